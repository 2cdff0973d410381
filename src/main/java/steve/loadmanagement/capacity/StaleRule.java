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

/** What is assumed of a meter whose newest reading is too old. */
public sealed interface StaleRule {

    /** The highest base load of so many days; without a history of it, charging stops. */
    record HighestOf(int days) implements StaleRule {}

    /** A base load that the operator knows to be the most. */
    record Fixed(PhaseCurrents baseLoad) implements StaleRule {}

    /** Nothing is shared below the strand. */
    record StopCharging() implements StaleRule {}
}
