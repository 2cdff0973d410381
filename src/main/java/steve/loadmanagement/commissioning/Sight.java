/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Phase;

/**
 * One look at the EVSE under test.
 *
 * @param isConnected whether its station is
 * @param isCharging whether a car is there, in a transaction
 * @param told what its grant was told last; null: nothing
 * @param acceptedAt when the station accepted that; null: not yet
 * @param refusal why it did not, in words; null: it did, or has not answered
 * @param measured of the newest fresh reading, by conductor; empty: there is none
 * @param register of that reading
 * @param measuredAt of that reading, by our clock
 * @param strand what the meter of the nearest metered strand above shows; null: there is none, or it is stale
 */
public record Sight(
        Instant now,
        boolean isConnected,
        boolean isCharging,
        @Nullable Current told,
        @Nullable Instant acceptedAt,
        @Nullable String refusal,
        Map<Phase, Current> measured,
        @Nullable Energy register,
        @Nullable Instant measuredAt,
        @Nullable Shown strand) {

    public Sight {
        measured = Map.copyOf(measured);
    }

    /** The EVSE's reading; null: there is none. */
    @Nullable
    Shown shown() {
        return measuredAt == null || measured.isEmpty() ? null : new Shown(measuredAt, measured);
    }
}
