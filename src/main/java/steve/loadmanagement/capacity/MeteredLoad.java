/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** What is known of the other consumers below a metered strand. */
public sealed interface MeteredLoad {

    /**
     * It is measured.
     *
     * @param reserve kept free beside it
     * @param feedIn below zero it raises the capacity
     */
    record Measured(PhaseCurrents baseLoad, Power power, PhaseCurrents reserve, boolean feedIn)
            implements MeteredLoad {}

    /** Its meter is stale: assumed by its rule. */
    record Assumed(PhaseCurrents baseLoad, Power power, String why) implements MeteredLoad {}

    /** Its meter is stale, and nothing is shared until it is back. */
    record Stopped(String why) implements MeteredLoad {}
}
