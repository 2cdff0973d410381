/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Layout;
import steve.loadmanagement.site.Sharing.Measure;

/**
 * The demands of a snapshot as arrays over the leaves of its site. A leaf that wants to charge may have zero, or from its
 * minimum, rounded up to its step and one step at least, to its ceiling, rounded down to its step, in mA.
 */
final class Leaves {

    /** A million amperes: no ceiling is above it, so that sums over all leaves stay far from overflow. */
    static final int HIGHEST = 1_000_000_000;

    /** Weights above count as this one, so that one step of the level is never more than a milliampere. */
    static final int HEAVIEST = 1000;

    /** A current rises by {@code rate} for one step of the level; divisible by 1, 2 and 3 phases. */
    static final int RATE = 6;

    private final Layout layout;
    private final @Nullable Demand[] demands;
    private final int[] minimum;
    private final int[] ceiling;
    private final int[] rate;
    private final int[] tier;
    private final byte[] phases;
    private final byte[] mask;
    private final boolean[] able;
    private final boolean[] repeated;
    private final List<Demand> misplaced = new ArrayList<>();

    private Leaves(Layout layout) {
        int count = layout.leafCount();
        this.layout = layout;
        this.demands = new Demand[count];
        this.minimum = new int[count];
        this.ceiling = new int[count];
        this.rate = new int[count];
        this.tier = new int[count];
        this.phases = new byte[count];
        this.mask = new byte[count];
        this.able = new boolean[count];
        this.repeated = new boolean[count];
    }

    static Leaves of(Snapshot snapshot) {
        Leaves leaves = new Leaves(snapshot.site().layout());
        boolean isByPower = snapshot.site().root().sharing().measure() == Measure.POWER;
        List<Demand> demands = snapshot.demands();
        for (int place = 0; place < demands.size(); place++) {
            Demand demand = demands.get(place);
            int leaf = leaves.layout.leafOf(demand.evse(), place);
            if (leaf == Layout.NONE) {
                leaves.misplaced.add(demand);
            } else {
                leaves.put(leaf, demand, isByPower);
            }
        }
        return leaves;
    }

    private void put(int leaf, Demand demand, boolean isByPower) {
        repeated[leaf] = demands[leaf] != null;
        int conductors = layout.conductors(leaf);
        Integer used = demand.phasesUsed();
        int counted = used == null || used < 1 ? conductors : Math.min(used, conductors);
        demands[leaf] = demand;
        int step = layout.step(leaf);
        minimum[leaf] = Math.max(step, upTo(step, demand.minimum().milliamps()));
        ceiling[leaf] = Math.min(demand.ceiling().milliamps(), HIGHEST) / step * step;
        phases[leaf] = (byte) counted;
        mask[leaf] = (byte) layout.mask(leaf, counted);
        rate[leaf] = Math.clamp(demand.weight(), 1, HEAVIEST) * RATE / (isByPower ? counted : 1);
        tier[leaf] = demand.tier();
        able[leaf] = minimum[leaf] <= ceiling[leaf] && !repeated[leaf];
    }

    private static int upTo(int step, int milliamps) {
        return Math.ceilDiv(Math.min(milliamps, HIGHEST + 1), step) * step;
    }

    int count() {
        return demands.length;
    }

    Layout layout() {
        return layout;
    }

    boolean isWanting(int leaf) {
        return demands[leaf] != null;
    }

    /** The demand of a leaf that is wanting. */
    Demand demand(int leaf) {
        return Objects.requireNonNull(demands[leaf]);
    }

    /** Whether anything at all can be given to it: its range is not empty. */
    boolean canCharge(int leaf) {
        return able[leaf];
    }

    /** Whether it is named more than once. */
    boolean isRepeated(int leaf) {
        return repeated[leaf];
    }

    int minimum(int leaf) {
        return minimum[leaf];
    }

    int ceiling(int leaf) {
        return ceiling[leaf];
    }

    /** Of all leaves; not to be written on. */
    int[] minimums() {
        return minimum;
    }

    /** Of all leaves; not to be written on. */
    int[] ceilings() {
        return ceiling;
    }

    int step(int leaf) {
        return layout.step(leaf);
    }

    /** How fast its current rises with the level: weight · 6, by power divided by its phases. */
    int rate(int leaf) {
        return rate[leaf];
    }

    /** Conductors that carry its current. */
    int phases(int leaf) {
        return phases[leaf];
    }

    /** Grid phases that its current counts on, as bits. */
    int mask(int leaf) {
        return mask[leaf];
    }

    int tier(int leaf) {
        return tier[leaf];
    }

    /** Demands of EVSEs that this site does not have. */
    List<Demand> misplaced() {
        return misplaced;
    }

    /** Those that can charge, tier by tier, first served first. */
    int[][] byTier() {
        int[] able = able();
        boolean areOneTier = true;
        for (int leaf : able) {
            areOneTier &= tier[leaf] == tier[able[0]];
        }
        return areOneTier && able.length > 0 ? new int[][] {able} : divided(able);
    }

    private int[] able() {
        int[] leaves = new int[count()];
        int found = 0;
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[found] = leaf;
            found += able[leaf] ? 1 : 0;
        }
        return found == leaves.length ? leaves : Arrays.copyOf(leaves, found);
    }

    private int[][] divided(int[] leaves) {
        long[] keys = new long[leaves.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) tier[leaves[i]] << Integer.SIZE | leaves[i];
        }
        Arrays.sort(keys);
        List<int[]> tiers = new ArrayList<>();
        for (int from = 0, to = 0; from < keys.length; from = to) {
            while (to < keys.length && keys[to] >> Integer.SIZE == keys[from] >> Integer.SIZE) {
                to++;
            }
            tiers.add(Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray());
        }
        return tiers.toArray(int[][]::new);
    }
}
