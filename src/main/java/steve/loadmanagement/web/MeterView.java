/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterReading;

/**
 * What came from a meter: values, or why there are none.
 *
 * @param problem null: it measures
 */
record MeterView(
        @Nullable Milliamps currentsMa,
        @Nullable Integer powerW,
        @Nullable String problem,
        @Nullable Instant at) {

    static MeterView of(@Nullable MeterReading reading) {
        return switch (reading) {
            case null -> new MeterView(null, null, "nothing came yet", null);
            case MeterReading.Measured it ->
                new MeterView(Milliamps.of(it.currents()), it.power().watts(), null, it.at());
            case MeterReading.Unusable it -> new MeterView(null, null, it.why(), it.at());
        };
    }
}
