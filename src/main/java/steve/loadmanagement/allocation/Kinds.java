/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.util.Arrays;
import steve.loadmanagement.unit.Phase;

/**
 * The kinds of bound that a strand has, by number: one for each phase, one for power, one more for each phase for unbalance.
 * A set of phases is a mask of bits.
 */
final class Kinds {

    static final int POWER = Phase.values().length;
    static final int UNBALANCE = POWER + 1;
    static final int ALL_PHASES = 0b111;

    /** Without and with limits of power, both without and with limits of unbalance. */
    private static final int[][][] BY_LOAD = {made(false, false), made(true, false), made(false, true), made(true, true)
    };

    private Kinds() {}

    /** For each set of phases, the kinds that it loads, in the order in which they are asked for room. */
    static int[][] byLoad(boolean isPowerLimited, boolean isUnbalanceLimited) {
        return BY_LOAD[(isPowerLimited ? 1 : 0) + (isUnbalanceLimited ? 2 : 0)];
    }

    private static int[][] made(boolean isPowerLimited, boolean isUnbalanceLimited) {
        int[][] kindsByLoad = new int[ALL_PHASES + 1][];
        for (int mask = 0; mask <= ALL_PHASES; mask++) {
            int[] found = new int[UNBALANCE + POWER];
            int count = 0;
            for (int phase = 0; phase < POWER; phase++) {
                if (counts(phase, mask)) {
                    found[count++] = phase;
                    if (isUnbalanceLimited && mask != ALL_PHASES) {
                        found[count++] = UNBALANCE + phase;
                    }
                }
            }
            if (isPowerLimited) {
                found[count++] = POWER;
            }
            kindsByLoad[mask] = Arrays.copyOf(found, count);
        }
        return kindsByLoad;
    }

    /** Whether bounds of that kind count who loads these phases. */
    static boolean counts(int kind, int mask) {
        int counting = mask | 1 << POWER | (mask == ALL_PHASES ? 0 : mask << UNBALANCE);
        return (counting >> kind & 1) == 1;
    }
}
