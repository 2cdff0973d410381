/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import steve.loadmanagement.site.StrandId;

/** Meters built in a line. */
final class Meters {

    static final MeterId ID = new MeterId(1);

    private Meters() {}

    static MeterSettings meter(Spread spread) {
        return meter(spread, new StaleRule.StopCharging(), false);
    }

    static MeterSettings meter(StaleRule rule) {
        return meter(Spread.BALANCED, rule, false);
    }

    static MeterSettings meter(Spread spread, StaleRule rule, boolean feedIn) {
        return new MeterSettings(
                ID,
                new StrandId(1),
                "Grid meter",
                new MeterSource.HttpPush(),
                spread,
                Duration.ofSeconds(30),
                rule,
                feedIn,
                0);
    }
}
