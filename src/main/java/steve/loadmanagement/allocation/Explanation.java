/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Reason} as a sentence for an operator: amount, what binds, with whom, what comes next. */
public final class Explanation {

    private final Snapshot snapshot;
    private final Words words;
    private final Map<Reason, String> said = new HashMap<>();

    Explanation(Snapshot snapshot, Words words) {
        this.snapshot = snapshot;
        this.words = words;
    }

    /** In English. */
    public static String of(Allocation allocation, Snapshot snapshot) {
        return of(allocation, snapshot, Locale.ROOT);
    }

    public static String of(Allocation allocation, Snapshot snapshot, Locale locale) {
        return new Explanation(snapshot, new Words(locale)).of(allocation.reason());
    }

    /** For many allocations of one plan: a reason that they share is put into words once. */
    public static Explanation in(Snapshot snapshot, Locale locale) {
        return new Explanation(snapshot, new Words(locale));
    }

    public String of(Reason reason) {
        return said.computeIfAbsent(reason, this::say);
    }

    private String say(Reason reason) {
        return switch (reason) {
            case Reason.Ceiling r -> words.text("ceiling." + r.cause()) + turn(r.turnEndsAt());
            case Reason.Share r -> share(r) + turn(r.turnEndsAt());
            case Reason.Waiting r ->
                words.text("waiting", limit(r.constraint()), r.place()) + " "
                        + words.text("waiting.next", words.of(r.nextTurnAt()));
            case Reason.Paused r -> words.text("paused", limit(r.constraint()));
            case Reason.NoCapacity r -> words.text("nothing", limit(r.constraint()));
            case Reason.Unusable r -> unusable(r);
            case Reason.Repeated _ -> words.text("repeated");
            case Reason.Elsewhere _ -> words.text("elsewhere");
        };
    }

    private String share(Reason.Share reason) {
        String limit = limit(reason.constraint());
        String share = reason.sharing() == 1
                ? words.text("share.alone", limit)
                : words.text("share", reason.sharing(), limit, words.of(reason.level()));
        return reason.missesItsPriority() ? share + " " + words.text("priority.missed") : share;
    }

    private String unusable(Reason.Unusable reason) {
        return reason.ceiling().milliamps() < 0
                ? words.text("ceiling.negative", words.of(reason.ceiling()))
                : words.text("ceiling.low", words.of(reason.ceiling()), words.of(reason.minimum()));
    }

    private String turn(@Nullable Instant endsAt) {
        return endsAt == null ? "" : " " + words.text("turn", words.of(endsAt));
    }

    private String limit(Reason.Constraint constraint) {
        return words.limit(constraint, snapshot);
    }
}
