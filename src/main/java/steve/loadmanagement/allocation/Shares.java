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
import java.util.function.IntBinaryOperator;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/** What each leaf has been given so far, what stopped it, and what each bound has left. In mA. */
final class Shares {

    private static final int[] NOBODY = {};

    private final Leaves leaves;
    private final Bounds bounds;
    private final long[] capacity;
    private final long[] left;
    private final int[] current;
    private final int[] stoppedBy;
    private final long[] stoppedAt;
    private IntBinaryOperator furtherRule = (_, _) -> Bounds.NONE;

    Shares(Leaves leaves, Bounds bounds, long[] capacities) {
        this.leaves = leaves;
        this.bounds = bounds;
        this.capacity = capacities;
        this.left = capacities.clone();
        this.current = new int[leaves.count()];
        this.stoppedBy = new int[leaves.count()];
        this.stoppedAt = new long[leaves.count()];
        Arrays.fill(stoppedBy, Bounds.NONE);
    }

    int current(int leaf) {
        return current[leaf];
    }

    boolean isCharging(int leaf) {
        return current[leaf] > 0;
    }

    /** Those of the leaves that have nothing; the same array where all have nothing. */
    int[] waiting(int[] among) {
        return Pass.only(among, leaf -> !isCharging(leaf));
    }

    /** Those of the leaves that have something; the same array where all have. */
    int[] charging(int[] among) {
        return Pass.only(among, this::isCharging);
    }

    /** The bound that kept the leaf from getting more, or anything; {@link Bounds#NONE}: its own ceiling. */
    int stoppedBy(int leaf) {
        return stoppedBy[leaf];
    }

    /** The level at which it stopped, in steps of {@link Filling}. */
    long stoppedAt(int leaf) {
        return stoppedAt[leaf];
    }

    long left(int bound) {
        return left[bound];
    }

    /** The capacity of each bound; not to be written on. */
    long[] capacities() {
        return capacity;
    }

    /** What has been given below the bound. */
    long given(int bound) {
        return capacity[bound] - left[bound];
    }

    /** For each bound, how many charge that count in it. */
    long[] sharing() {
        return bounds.numbers(current);
    }

    /** What the strand has left on each phase. */
    PhaseCurrents leftOf(int strand) {
        int first = bounds.firstOf(strand);
        return new PhaseCurrents(current(left[first]), current(left[first + 1]), current(left[first + 2]));
    }

    private static Current current(long milliamps) {
        return Current.ofMilliamps((int) Math.clamp(milliamps, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Sets another capacity; what has been given stays. */
    void cap(int bound, long newCapacity) {
        left[bound] += newCapacity - capacity[bound];
        capacity[bound] = newCapacity;
    }

    /** From now on, whoever is given anything more must also pass this: the bound that refuses a leaf so much more. */
    void addRule(IntBinaryOperator refusing) {
        furtherRule = refusing;
    }

    /** The sum of all currents. */
    long total() {
        return Arrays.stream(current).asLongStream().sum();
    }

    void give(int leaf, int more) {
        current[leaf] += more;
        bounds.add(left, leaf, -more);
    }

    /** So much it has, and this has kept it from more; what the bounds have left is to be counted anew. */
    void stop(int leaf, int has, int bound, long level) {
        current[leaf] = has;
        stoppedBy[leaf] = bound;
        stoppedAt[leaf] = level;
    }

    /** Counts anew what each bound has left. */
    void count() {
        long[] given = bounds.sums(current);
        for (int bound = 0; bound < left.length; bound++) {
            left[bound] = capacity[bound] - given[bound];
        }
    }

    /** Gives each its minimum, except those below a bound that cannot feed all of them: these come back, with nothing. */
    int[] admitUncontested(int[] waiting) {
        for (int leaf : waiting) {
            current[leaf] = leaves.minimum(leaf);
        }
        count();
        if (!isAnyOverfull()) {
            return NOBODY;
        }
        int[] contested = contested(waiting);
        for (int leaf : contested) {
            current[leaf] = 0;
        }
        count();
        return contested;
    }

    /** Those of the newly admitted that count in a bound with too much on it. */
    private int[] contested(int[] admitted) {
        boolean[] isNew = new boolean[leaves.count()];
        for (int leaf : admitted) {
            isNew[leaf] = true;
        }
        boolean[] isContested = new boolean[leaves.count()];
        for (int bound = 0; bound < left.length; bound++) {
            for (int leaf = bounds.firstLeaf(bound); left[bound] < 0 && leaf < bounds.endLeaf(bound); leaf++) {
                isContested[leaf] |= isNew[leaf] && bounds.counts(bound, leaf);
            }
        }
        return Pass.only(admitted, leaf -> isContested[leaf]);
    }

    private boolean isAnyOverfull() {
        for (long room : left) {
            if (room < 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives it its minimum if that fits. */
    void admit(int leaf) {
        int refusing = refusing(leaf, leaves.minimum(leaf));
        stoppedBy[leaf] = refusing;
        if (refusing == Bounds.NONE) {
            give(leaf, leaves.minimum(leaf));
        }
    }

    /**
     * Hands on what rounding has left: in the order of the leaves one step each, round after round, until no bound has
     * room for a full step of anybody below its ceiling. Those whose minimum is more than their share come last.
     */
    void handOn(int[] charging) {
        int[] open = new int[charging.length];
        handOnInRounds(open, open(open, charging, false));
        handOnInRounds(open, open(open, charging, true));
    }

    /** Puts those into {@code open} that have more than their share, or those that have not; how many. */
    private int open(int[] open, int[] charging, boolean haveMore) {
        int count = 0;
        for (int leaf : charging) {
            if (hasMoreThanItsShare(leaf) == haveMore) {
                open[count++] = leaf;
            }
        }
        return count;
    }

    private boolean hasMoreThanItsShare(int leaf) {
        return (long) current[leaf] * Filling.SCALE > stoppedAt[leaf] * leaves.rate(leaf);
    }

    private void handOnInRounds(int[] open, int count) {
        int end = count;
        while (end > 0) {
            int again = 0;
            for (int i = 0; i < end; i++) {
                if (handOn(open[i])) {
                    open[again++] = open[i];
                }
            }
            end = again;
        }
    }

    /** The bound that has no room for so much more of the leaf's current, or {@link Bounds#NONE}. */
    private int refusing(int leaf, int more) {
        int refusing = bounds.refusing(left, leaf, more);
        return refusing == Bounds.NONE ? furtherRule.applyAsInt(leaf, more) : refusing;
    }

    private boolean handOn(int leaf) {
        int step = leaves.step(leaf);
        if (current[leaf] + step > leaves.ceiling(leaf)) {
            stoppedBy[leaf] = Bounds.NONE;
            return false;
        }
        int known = stoppedBy[leaf];
        if (known != Bounds.NONE && bounds.isRefusing(known, left, leaf, step)) {
            return false;
        }
        int refusing = refusing(leaf, step);
        if (refusing != Bounds.NONE) {
            stoppedBy[leaf] = refusing;
            return false;
        }
        give(leaf, step);
        return true;
    }
}
