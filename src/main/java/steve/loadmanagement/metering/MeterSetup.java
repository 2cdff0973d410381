/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import org.jspecify.annotations.Nullable;

/**
 * What is known of how a station's meter is built in.
 *
 * @param phases on how many phases its total power flows, from 1 to 3; null: nobody knows
 * @param sumsPhases a current without a phase is the sum of those phases, not the current on each
 * @param efficiencyPercent what of the power from the grid reaches its meter, from 1 to 100: below 100 where it sits behind a
 *     rectifier
 * @param isMainMeter what it sends for connector 0 is that of its only EVSE
 */
public record MeterSetup(
        MeterOverrides overrides,
        @Nullable Integer phases,
        boolean sumsPhases,
        int efficiencyPercent,
        boolean isMainMeter) {

    /** A meter on the grid's side that says what it measures. */
    public static final MeterSetup STANDARD = new MeterSetup(MeterOverrides.NONE, null, false, 100, false);

    public MeterSetup {
        if (efficiencyPercent < 1 || efficiencyPercent > 100) {
            throw new IllegalArgumentException("an efficiency is from 1 to 100 %, not " + efficiencyPercent);
        }
        if (phases != null && (phases < 1 || phases > 3)) {
            throw new IllegalArgumentException("a station loads from 1 to 3 phases, not " + phases);
        }
    }
}
