/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

import static steve.loadmanagement.unit.Phase.L1;
import static steve.loadmanagement.unit.Phase.L2;
import static steve.loadmanagement.unit.Phase.L3;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which grid phase lies behind each conductor of an EVSE, in the order of its conductors. Installers rotate the phases
 * from station to station, so that single-phase vehicles, which use the first conductor, spread over the grid.
 */
public enum Wiring {
    L1L2L3(L1, L2, L3),
    L2L3L1(L2, L3, L1),
    L3L1L2(L3, L1, L2),
    L1L3L2(L1, L3, L2),
    L2L1L3(L2, L1, L3),
    L3L2L1(L3, L2, L1),
    L1_ONLY(L1),
    L2_ONLY(L2),
    L3_ONLY(L3),

    /** Three conductors, nobody knows which is which: whatever flows counts on every phase. */
    UNKNOWN(L1, L2, L3);

    private final List<Phase> conductors;
    private final int[] masks;

    Wiring(Phase... conductors) {
        this.conductors = List.of(conductors);
        this.masks = new int[conductors.length + 1];
        for (int used = 0; used < conductors.length; used++) {
            masks[used + 1] = masks[used] | 1 << conductors[used].ordinal();
        }
    }

    /** The grid phases behind the conductors, first conductor first. */
    public List<Phase> conductors() {
        return conductors;
    }

    public int conductorCount() {
        return conductors.size();
    }

    /** How many conductors count for a vehicle of which that is known; null: not known, all of them. */
    public int counted(@Nullable Integer phasesUsed) {
        return phasesUsed == null ? conductors.size() : phasesUsed;
    }

    /**
     * The grid phases to count for a vehicle that uses the first {@code phasesUsed} conductors; all three where the
     * wiring is unknown.
     *
     * @param phasesUsed 1 to 3; more than there are conductors means all of them
     */
    public List<Phase> loads(int phasesUsed) {
        return this == UNKNOWN ? conductors : conductors.subList(0, Math.min(phasesUsed, conductors.size()));
    }

    /** The phases of {@link #loads} as bits: 1 for L1, 2 for L2, 4 for L3. */
    public int mask(int phasesUsed) {
        return masks[this == UNKNOWN ? conductors.size() : Math.min(phasesUsed, conductors.size())];
    }

    /** The same current on each phase that {@link #loads} names, nothing on the others. */
    public PhaseCurrents spread(Current current, int phasesUsed) {
        int mask = mask(phasesUsed);
        return new PhaseCurrents(
                (mask & 1) == 0 ? Current.ZERO : current,
                (mask & 2) == 0 ? Current.ZERO : current,
                (mask & 4) == 0 ? Current.ZERO : current);
    }

    /** What the station's meter reports by conductor, as it loads the grid; unknown wiring: the heaviest on every phase. */
    public PhaseCurrents toGrid(PhaseCurrents byConductor) {
        if (this == UNKNOWN) {
            return PhaseCurrents.ofEach(byConductor.heaviest());
        }
        PhaseCurrents grid = PhaseCurrents.ZERO;
        for (int i = 0; i < conductors.size(); i++) {
            grid = grid.with(conductors.get(i), byConductor.on(Phase.values()[i]));
        }
        return grid;
    }
}
