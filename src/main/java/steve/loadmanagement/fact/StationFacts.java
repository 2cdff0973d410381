/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest that is known of one station.
 *
 * @param connected whether its connection is open, as far as SteVe says
 * @param heardAt when it last sent anything; null: not since we started
 * @param greetedAt when it last booted, connected, or was heard again after a gap: what it was told may be gone
 * @param bootedAt when it last started anew; null: not since we started
 */
public record StationFacts(
        boolean connected,
        @Nullable Instant heardAt,
        @Nullable Instant greetedAt,
        @Nullable Instant bootedAt,
        StationClock clock) {

    public static final StationFacts NONE = new StationFacts(false, null, null, null, StationClock.UNKNOWN);

    StationFacts heard(Instant at) {
        return new StationFacts(true, at, greetedAt, bootedAt, clock);
    }

    StationFacts greeted(Instant at) {
        return new StationFacts(connected, heardAt, at, bootedAt, clock);
    }

    StationFacts booted(Instant at) {
        return new StationFacts(connected, heardAt, at, at, StationClock.UNKNOWN);
    }

    StationFacts disconnected() {
        return new StationFacts(false, heardAt, greetedAt, bootedAt, clock);
    }

    StationFacts stamped(Instant stampedAt, Instant receivedAt) {
        return new StationFacts(connected, heardAt, greetedAt, bootedAt, clock.seen(stampedAt, receivedAt));
    }
}
