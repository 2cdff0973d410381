/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * How many conductors a vehicle uses, as seen while it charges: the first n of them carry current. Learned from readings
 * that name all three; the highest number seen in a session holds.
 */
public final class Phases {

    /** Below it, a vehicle prepares or ends; nothing is learned. */
    private static final Current CHARGING = Current.ofAmps(4);

    /** What an idle conductor may show. */
    private static final Current IDLE = Current.ofAmps(1);

    private Phases() {}

    /** What is known after one more reading; null: nothing yet, all count. */
    public static @Nullable Integer seen(@Nullable Integer before, ConductorCurrents imported) {
        if (imported.l1() == null || imported.l2() == null || imported.l3() == null) {
            return before;
        }
        if (CHARGING.isMoreThan(imported.heaviest())) {
            return before;
        }
        int used = 0;
        for (Phase conductor : Phase.values()) {
            Current current = imported.on(conductor);
            if (current != null && current.isMoreThan(IDLE)) {
                used = conductor.ordinal() + 1;
            }
        }
        return before == null ? (Integer) used : (Integer) Math.max(before, used);
    }
}
