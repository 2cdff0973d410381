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
import java.util.function.IntPredicate;

/**
 * One run of admission, filling and handing on for all tiers, see {@link TreeAllocator}.
 *
 * @param tiers the leaves that can charge, tier by tier
 */
record Pass(Leaves leaves, Bounds bounds, TurnOrder turns, int[][] tiers, boolean keepsMinimum) {

    Shares share(long[] capacities) {
        Shares shares = new Shares(leaves, bounds, capacities);
        Filling filling = new Filling(leaves, bounds, shares);
        for (int tier = 0; tier < tiers.length; tier++) {
            admit(tiers[tier], shares);
            for (int later = 1; tier == 0 && later < tiers.length; later++) {
                admit(only(tiers[later], this::keepsMinimum), shares);
            }
            int[] charging = shares.charging(tiers[tier]);
            filling.raise(charging);
            shares.count();
            shares.handOn(charging);
        }
        return shares;
    }

    /** Once more, where capacities have changed since. */
    void handOn(Shares shares) {
        for (int[] tier : tiers) {
            admitOneByOne(shares.waiting(tier), shares);
            shares.handOn(shares.charging(tier));
        }
    }

    /** Turns matter only to those below a bound that has no room for the minimums of all. */
    private void admit(int[] tier, Shares shares) {
        admitOneByOne(shares.admitUncontested(shares.waiting(tier)), shares);
    }

    private void admitOneByOne(int[] waiting, Shares shares) {
        for (int leaf : turns.sorted(waiting)) {
            shares.admit(leaf);
        }
    }

    private boolean keepsMinimum(int leaf) {
        return keepsMinimum || leaves.demand(leaf).neverPause();
    }

    /** Those of the leaves that are such; the same array where all are. */
    static int[] only(int[] leaves, IntPredicate such) {
        int count = 0;
        while (count < leaves.length && such.test(leaves[count])) {
            count++;
        }
        return count == leaves.length ? leaves : only(leaves, count, such);
    }

    /** The first {@code count} of them, and of the others, of which the first is not such, those that are. */
    private static int[] only(int[] leaves, int count, IntPredicate such) {
        int[] chosen = Arrays.copyOf(leaves, leaves.length - 1);
        int found = count;
        for (int place = count + 1; place < leaves.length; place++) {
            chosen[found] = leaves[place];
            found += such.test(leaves[place]) ? 1 : 0;
        }
        return Arrays.copyOf(chosen, found);
    }
}
