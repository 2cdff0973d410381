/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What a station's meter reports for each of its conductors, named L1 to L3 by the station's own meter. A conductor that
 * is not reported is null, never zero. {@link steve.loadmanagement.unit.Wiring} leads from here to the grid.
 */
public record ConductorCurrents(
        @Nullable Current l1,
        @Nullable Current l2,
        @Nullable Current l3) {

    public @Nullable Current on(Phase conductor) {
        return switch (conductor) {
            case L1 -> l1;
            case L2 -> l2;
            case L3 -> l3;
        };
    }

    public boolean isEmpty() {
        return l1 == null && l2 == null && l3 == null;
    }

    /** The heaviest conductor of those reported; zero if there is none. */
    public Current heaviest() {
        return orZero(l1).max(orZero(l2)).max(orZero(l3));
    }

    /** All three, a conductor that is not reported counted as the heaviest that is. */
    public PhaseCurrents pessimistic() {
        Current heaviest = heaviest();
        return new PhaseCurrents(l1 == null ? heaviest : l1, l2 == null ? heaviest : l2, l3 == null ? heaviest : l3);
    }

    private static Current orZero(@Nullable Current current) {
        return current == null ? Current.ZERO : current;
    }
}
