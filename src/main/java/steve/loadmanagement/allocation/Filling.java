/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

/**
 * Progressive filling: one level rises from zero for many leaves at once.
 *
 * <pre>
 *   current of a leaf   x(level) = clamp(level · rate / SCALE, minimum, ceiling)
 *   use of a bound      the leaves below it at a constant current, plus slope · level;  slope = sum of rates that rise
 *   a bound is full at  level = (capacity - constant) / slope
 * </pre>
 *
 * Three things can happen next, whichever has the lowest level: a leaf starts to rise, because the level has come to its
 * minimum; a leaf stops, because the level has come to its ceiling; a bound is full, and all leaves below it stop. Starts
 * and stops are known from the beginning ({@link Upcoming}). The level at which a bound is full only rises while leaves
 * stop, so a heap may hold old, lower levels: who comes up is looked at again and put back if it is not full yet. When
 * leaves start, those levels fall, and are put in anew. So n leaves and their bounds are sorted, and each leaf is walked to
 * the root a few times: O(n (log n + depth)).
 *
 * <p>All sums are whole numbers, in mA · SCALE, so nothing is lost and no bound is exceeded; a level is rounded down.
 * Bounds that are full at the same level go by their number, which does not depend on the order of the demands.
 */
final class Filling {

    /** Steps of the level for a rate of one mA; a thousand steps are 1 A for the slowest leaf, 18 mA for none. */
    static final int SCALE = 6 * 1024;

    private static final byte STOPPED = 0;
    private static final byte AT_MINIMUM = 1;
    private static final byte RISING = 2;

    private final Leaves leaves;
    private final Bounds bounds;
    private final Shares shares;
    private final Slopes slopes;
    private final byte[] state;
    private final Levels full = new Levels();
    private final int[] putOff;
    private int putOffCount;
    private int active;
    private long level;

    Filling(Leaves leaves, Bounds bounds, Shares shares) {
        this.leaves = leaves;
        this.bounds = bounds;
        this.shares = shares;
        this.slopes = new Slopes(leaves, bounds);
        this.state = new byte[leaves.count()];
        this.putOff = new int[bounds.strandCount()];
    }

    /** Raises these leaves, which are at their minimum, until each is at its ceiling or below a full bound. */
    void raise(int[] rising) {
        begin();
        long[] unsorted = new long[rising.length];
        Upcoming starts = upcoming(rising, leaves.minimums(), unsorted);
        Upcoming stops = upcoming(rising, leaves.ceilings(), unsorted);
        active = rising.length;
        while (active > 0) {
            if (state[stops.number()] == STOPPED) {
                stops.advance();
            } else if (full.lowest() < Math.min(starts.level(), stops.level())) {
                level = Math.max(level, full.lowest());
                fill(full.pop());
            } else if (starts.level() <= stops.level()) {
                level = starts.level();
                start(starts);
            } else {
                level = stops.level();
                stop(stops.number(), Bounds.NONE);
            }
        }
    }

    private void begin() {
        level = 0;
        putOffCount = 0;
        full.clear();
        slopes.begin(shares);
    }

    /** The leaves by the level at which they come to these currents; all of them are at their minimum. */
    private Upcoming upcoming(int[] rising, int[] currents, long[] unsorted) {
        for (int i = 0; i < rising.length; i++) {
            int leaf = rising[i];
            state[leaf] = AT_MINIMUM;
            unsorted[i] = Levels.entry(levelOf(leaf, currents[leaf]), leaf);
        }
        return new Upcoming(unsorted);
    }

    /** The lowest level at which the leaf has that current; short numbers are divided in a third of the time. */
    private long levelOf(int leaf, int current) {
        long scaled = (long) current * SCALE;
        return scaled <= Integer.MAX_VALUE
                ? Math.ceilDiv((int) scaled, leaves.rate(leaf))
                : Math.ceilDiv(scaled, leaves.rate(leaf));
    }

    /** All leaves whose minimum is at this level rise from now on, as far as no full bound has stopped them. */
    private void start(Upcoming starts) {
        slopes.collect();
        for (; starts.level() == level; starts.advance()) {
            int leaf = starts.number();
            if (state[leaf] == AT_MINIMUM) {
                state[leaf] = RISING;
                slopes.add(leaf, (long) leaves.minimum(leaf) * SCALE, leaves.rate(leaf));
            }
        }
        queue(starts.level());
    }

    /**
     * Puts the bounds of the touched strands into the heap. Those that are not full before others start are put off: most of
     * them will be touched then, and their level will have fallen. Those put off before and not touched now go in.
     */
    private void queue(long nextStart) {
        int touched = slopes.collected();
        int before = putOffCount;
        putOffCount = 0;
        for (int i = 0; i < before; i++) {
            if (!slopes.isCollected(putOff[i])) {
                queue(putOff[i], Levels.HIGHEST);
            }
        }
        for (int i = 0; i < touched; i++) {
            if (!queue(slopes.collected(i), nextStart)) {
                putOff[putOffCount++] = slopes.collected(i);
            }
        }
    }

    /** Whether all bounds of the strand are in the heap. */
    private boolean queue(int strand, long nextStart) {
        boolean areAllIn = true;
        int first = bounds.firstOf(strand);
        for (int bound = first; bound < first + bounds.boundsOfAStrand(); bound++) {
            boolean isLater = nextStart < Levels.HIGHEST && slopes.hasRoomAt(nextStart, bound);
            areAllIn &= !isLater;
            if (!isLater && slopes.isLimited(bound)) {
                full.push(fullAt(bound), bound);
            }
        }
        return areAllIn;
    }

    /** The level at which the bound is full; never below the level that is reached. */
    private long fullAt(int bound) {
        return Math.max(level, slopes.fullAt(bound));
    }

    /** Stops all leaves below a full bound; one that has room again, as others have stopped, goes back into the heap. */
    private void fill(int bound) {
        long at = fullAt(bound);
        if (at > level) {
            full.push(at, bound);
            return;
        }
        int kind = bounds.kindOf(bound);
        int end = bounds.endLeaf(bound);
        for (int leaf = bounds.firstLeaf(bound); leaf < end; leaf++) {
            if (state[leaf] != STOPPED && bounds.isOfKind(kind, leaf)) {
                stop(leaf, bound);
            }
        }
    }

    private void stop(int leaf, int bound) {
        int minimum = leaves.minimum(leaf);
        int current = minimum;
        if (state[leaf] == RISING) {
            long exact = Math.min(level * leaves.rate(leaf), (long) leaves.ceiling(leaf) * SCALE);
            current = Math.max(minimum, (int) (exact / SCALE));
            slopes.add(leaf, -exact, -leaves.rate(leaf));
        }
        state[leaf] = STOPPED;
        active--;
        shares.stop(leaf, minimum + (current - minimum) / leaves.step(leaf) * leaves.step(leaf), bound, level);
    }
}
