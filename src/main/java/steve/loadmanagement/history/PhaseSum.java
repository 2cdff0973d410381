/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/** Currents summed up over time, mA·ms. */
final class PhaseSum {

    private long l1;
    private long l2;
    private long l3;

    void add(PhaseCurrents currents, long millis) {
        l1 += currents.l1().milliamps() * millis;
        l2 += currents.l2().milliamps() * millis;
        l3 += currents.l3().milliamps() * millis;
    }

    PhaseCurrents mean(long millis) {
        return new PhaseCurrents(mean(l1, millis), mean(l2, millis), mean(l3, millis));
    }

    private static Current mean(long sum, long millis) {
        return Current.ofMilliamps(Math.toIntExact(Math.round(sum / (double) millis)));
    }
}
