/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/** How a power is spread over the phases where a meter says nothing of them. */
public enum Spread {
    /** A third on each phase. */
    BALANCED,
    /** Each phase counts as if it carried all of it. */
    WORST_PHASE;

    /** The currents of that power. What is fed in is always spread evenly: it must not look like more. */
    PhaseCurrents currents(Power power, Voltage voltage) {
        int phases = Phase.values().length;
        Current third = voltage.current(power, phases);
        return switch (this) {
            case BALANCED -> PhaseCurrents.ofEach(third);
            case WORST_PHASE -> PhaseCurrents.ofEach(power.watts() < 0 ? third : voltage.current(power, 1));
        };
    }
}
