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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Tree.Bound;
import steve.loadmanagement.allocation.Tree.Leaf;
import steve.loadmanagement.allocation.Tree.Load;

/** The currents given so far, and what each bound has left. All in mA. */
final class Filling {

    private static final long HIGHEST_LEVEL = 1L << 40;

    private final Tree tree;
    private final long[] left;
    private final Map<Leaf, Integer> current = new HashMap<>();
    private final Map<Leaf, Bound> stoppedBy = new HashMap<>();

    Filling(Tree tree) {
        this.tree = tree;
        this.left = tree.bounds().stream().mapToLong(Bound::capacity).toArray();
    }

    int currentOf(Leaf leaf) {
        return current.getOrDefault(leaf, 0);
    }

    /** The bound that kept the leaf from getting more; null: its own ceiling. */
    @Nullable
    Bound stoppedBy(Leaf leaf) {
        return stoppedBy.get(leaf);
    }

    /** What the bound has left, mA. */
    long left(int bound) {
        return left[bound];
    }

    /** The first bound on the leaf's way to the root that has no room for so much more; null: it fits. */
    @Nullable
    Bound refusing(Leaf leaf, int more) {
        for (Load load : leaf.loads()) {
            if (left[load.bound()] < (long) more * load.times()) {
                return tree.bounds().get(load.bound());
            }
        }
        return null;
    }

    void give(Leaf leaf, int more) {
        current.merge(leaf, more, Integer::sum);
        leaf.loads().forEach(load -> left[load.bound()] -= (long) more * load.times());
    }

    void stop(Leaf leaf, Bound bound) {
        stoppedBy.put(leaf, bound);
    }

    /**
     * Raises the level for all of these together. Whenever a bound is full, the leaves under it stop there; the others go
     * on, until each is at its ceiling or under a full bound.
     */
    void raise(Collection<Leaf> leaves) {
        List<Leaf> rising = List.copyOf(leaves);
        while (!rising.isEmpty()) {
            long level = highestLevel(rising);
            long[] next = demandAt(level + 1, rising);
            rising.forEach(leaf -> give(leaf, leaf.at(level) - currentOf(leaf)));
            rising = rising.stream().filter(leaf -> isStillRising(leaf, next)).toList();
        }
    }

    /** The highest level at which every bound still holds; found by halving, as demand only grows with the level. */
    private long highestLevel(List<Leaf> rising) {
        long holds = 0;
        long breaks = HIGHEST_LEVEL;
        while (breaks - holds > 1) {
            long level = (holds + breaks) >>> 1;
            if (fits(demandAt(level, rising))) {
                holds = level;
            } else {
                breaks = level;
            }
        }
        return holds;
    }

    /** What each bound would have to give beyond what is given, if these leaves were at that level. */
    private long[] demandAt(long level, List<Leaf> rising) {
        long[] demand = new long[left.length];
        for (Leaf leaf : rising) {
            long more = (long) leaf.at(level) - currentOf(leaf);
            for (Load load : leaf.loads()) {
                demand[load.bound()] += more * load.times();
            }
        }
        for (int bound = 0; bound < demand.length; bound++) {
            demand[bound] -= left[bound];
        }
        return demand;
    }

    private static boolean fits(long[] excess) {
        return Arrays.stream(excess).allMatch(over -> over <= 0);
    }

    private boolean isStillRising(Leaf leaf, long[] excessAtNext) {
        if (currentOf(leaf) >= leaf.ceiling()) {
            return false;
        }
        for (Load load : leaf.loads()) {
            if (excessAtNext[load.bound()] > 0) {
                stop(leaf, tree.bounds().get(load.bound()));
                return false;
            }
        }
        return true;
    }

    /** Rounds each down to its step, and hands the crumbs on, a step at a time, in the leaves' order. */
    void quantise(List<Leaf> leaves) {
        leaves.forEach(leaf -> give(leaf, -Math.floorMod(currentOf(leaf), leaf.step())));
        boolean isAnyGiven = true;
        while (isAnyGiven) {
            isAnyGiven = false;
            for (Leaf leaf : leaves) {
                if (currentOf(leaf) > 0
                        && currentOf(leaf) + leaf.step() <= leaf.ceiling()
                        && refusing(leaf, leaf.step()) == null) {
                    give(leaf, leaf.step());
                    isAnyGiven = true;
                }
            }
        }
    }
}
