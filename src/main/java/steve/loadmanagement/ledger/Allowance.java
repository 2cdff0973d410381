/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.unit.Current;

/**
 * What a profile allows on each phase: {@code first}, and where it rises by itself, {@code then} from {@code risesAt} on.
 * That a grant falls by itself is not in here: it is credited when its dead man has surely fired.
 *
 * @param risesAt by the station's clock; null with {@code then}: it stays as it is
 */
public record Allowance(
        Current first, @Nullable Current then, @Nullable Instant risesAt) {

    public static final Allowance NOTHING = of(Current.ZERO);

    public static Allowance of(Current current) {
        return new Allowance(current, null, null);
    }

    /** What a default profile allows that is sent at that time. */
    static Allowance of(Fallback fallback, Instant at) {
        return switch (fallback) {
            case Fallback.Block _, Fallback.Reserve _ -> of(fallback.atFirst());
            case Fallback.BlockThenReserve it -> new Allowance(it.atFirst(), it.inTheEnd(), at.plus(it.after()));
        };
    }

    /** The most that it allows if it is {@code stationTime} at the station now. */
    Current at(Instant stationTime) {
        return then == null || risesAt == null || risesAt.isAfter(stationTime) ? first : first.max(then);
    }

    /** Either of the two may be in force: the higher one at every time. */
    Allowance or(Allowance other) {
        return new Allowance(first.max(other.first), higher(then, other.then), earlier(risesAt, other.risesAt));
    }

    private static @Nullable Current higher(@Nullable Current one, @Nullable Current other) {
        return one == null ? other : other == null ? one : one.max(other);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null ? one : one.isBefore(other) ? one : other;
    }
}
