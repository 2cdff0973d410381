/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/** What a station's meter saw. */
record MeterSample(
        EvseRef evse, @Nullable Integer transaction, int phases, int drawnMa, double registerWh, Instant stampedAt) {

    Reading receivedAt(Instant receivedAt) {
        return new Reading(
                new ConductorCurrents(on(1), on(2), on(3)),
                null,
                Energy.ofWattHours((long) registerWh),
                null,
                stampedAt,
                receivedAt);
    }

    private Current on(int conductor) {
        return Current.ofMilliamps(conductor <= phases ? drawnMa : 0);
    }
}
