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

/**
 * What the controlled EVSEs below a strand may draw at the moment of a reading. The readings of EVSEs are older or younger
 * than the meter's, and a car that was just told something else is on its way: there only a range is known.
 */
public record LoadRange(PhaseCurrents least, PhaseCurrents most) {

    public static final LoadRange NOTHING = exactly(PhaseCurrents.ZERO);

    public static LoadRange exactly(PhaseCurrents load) {
        return new LoadRange(load, load);
    }

    /** Anything between the two. */
    public static LoadRange between(PhaseCurrents one, PhaseCurrents other) {
        return new LoadRange(one.min(other), one.max(other));
    }

    public LoadRange plus(LoadRange other) {
        return new LoadRange(least.plus(other.least), most.plus(other.most));
    }
}
