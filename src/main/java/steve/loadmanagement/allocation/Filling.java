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
import steve.loadmanagement.site.Layout;

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
 * and stops are sorted once. The level at which a bound is full only rises while leaves stop, so a heap may hold old,
 * lower levels: who comes up is looked at again and put back if it is not full yet. When leaves start, those levels fall,
 * and are put in anew. So n leaves and their bounds are sorted, and each leaf is walked to the root a few times:
 * O(n (log n + depth)).
 *
 * <p>All sums are whole numbers, in mA · SCALE, so nothing is lost and no bound is exceeded; a level is rounded down.
 * Bounds that are full at the same level go by their number, which does not depend on the order of the demands.
 */
final class Filling {

    /** Steps of the level for a rate of one mA; a thousand steps are 1 A for the slowest leaf, 18 mA for none. */
    static final int SCALE = 6 * 1024;

    /** More than a floating-point product can be wrong by. */
    private static final double ALMOST_ONE = 1.000001;

    private static final long UNBOUNDED = Bounds.UNBOUNDED / 2 * SCALE;

    private static final byte STOPPED = 0;
    private static final byte AT_MINIMUM = 1;
    private static final byte RISING = 2;

    private final Leaves leaves;
    private final Bounds bounds;
    private final Shares shares;
    private final long[] room;
    private final long[] slope;
    private final byte[] state;
    private final int[] touchedAt;
    private final Levels full = new Levels();
    private final int[] touched;
    private final int[] putOff;
    private int touches;
    private int touchedCount;
    private int putOffCount;
    private long level;

    Filling(Leaves leaves, Bounds bounds, Shares shares) {
        this.leaves = leaves;
        this.bounds = bounds;
        this.shares = shares;
        this.room = new long[bounds.count()];
        this.slope = new long[bounds.count()];
        this.state = new byte[leaves.count()];
        this.touchedAt = new int[leaves.layout().strandCount()];
        this.touched = new int[touchedAt.length];
        this.putOff = new int[touchedAt.length];
    }

    /** Raises these leaves, which are at their minimum, until each is at its ceiling or below a full bound. */
    void raise(int[] rising) {
        long[] starts = new long[rising.length];
        long[] stops = new long[rising.length];
        prepare(rising, starts, stops);
        int start = 0;
        int stop = 0;
        while (stop < stops.length) {
            long nextStart = start < starts.length ? Levels.level(starts[start]) : Levels.HIGHEST;
            long nextStop = Levels.level(stops[stop]);
            if (state[Levels.number(stops[stop])] == STOPPED) {
                stop++;
            } else if (full.lowest() < Math.min(nextStart, nextStop)) {
                level = Math.max(level, full.lowest());
                fill(full.pop());
            } else if (nextStart <= nextStop) {
                level = nextStart;
                start = start(starts, start);
            } else {
                level = nextStop;
                stop(Levels.number(stops[stop++]), Bounds.NONE);
            }
        }
    }

    private void prepare(int[] rising, long[] starts, long[] stops) {
        level = 0;
        putOffCount = 0;
        while (full.lowest() < Levels.HIGHEST) {
            full.pop();
        }
        for (int bound = 0; bound < room.length; bound++) {
            room[bound] = shares.left(bound) * SCALE;
            slope[bound] = 0;
        }
        for (int i = 0; i < rising.length; i++) {
            int leaf = rising[i];
            state[leaf] = AT_MINIMUM;
            starts[i] = Levels.entry(levelOf(leaf, leaves.minimum(leaf)), leaf);
            stops[i] = Levels.entry(levelOf(leaf, leaves.ceiling(leaf)), leaf);
        }
        Arrays.sort(starts);
        Arrays.sort(stops);
    }

    /** The lowest level at which the leaf has that current; short numbers are divided in a third of the time. */
    private long levelOf(int leaf, int current) {
        long scaled = (long) current * SCALE;
        return scaled <= Integer.MAX_VALUE
                ? Math.ceilDiv((int) scaled, leaves.rate(leaf))
                : Math.ceilDiv(scaled, leaves.rate(leaf));
    }

    /** All leaves whose minimum is at this level rise from now on, as far as no full bound has stopped them. */
    private int start(long[] starts, int from) {
        int to = from;
        for (; to < starts.length && Levels.level(starts[to]) == level; to++) {
            int leaf = Levels.number(starts[to]);
            if (state[leaf] == AT_MINIMUM) {
                state[leaf] = RISING;
                bounds.add(room, leaf, (long) leaves.minimum(leaf) * SCALE);
                bounds.add(slope, leaf, leaves.rate(leaf));
            }
        }
        touch(starts, from, to);
        queue(to < starts.length ? Levels.level(starts[to]) : Levels.HIGHEST);
        return to;
    }

    /** Collects the strands above the leaves that have started together, each once. */
    private void touch(long[] starts, int from, int to) {
        touches++;
        touchedCount = 0;
        for (int i = from; i < to; i++) {
            int leaf = Levels.number(starts[i]);
            int strand = state[leaf] == RISING ? leaves.layout().strandOf(leaf) : Layout.NONE;
            for (;
                    strand != Layout.NONE && touchedAt[strand] != touches;
                    strand = leaves.layout().parent(strand)) {
                touchedAt[strand] = touches;
                touched[touchedCount++] = strand;
            }
        }
    }

    /**
     * Puts the bounds of the touched strands into the heap. Those that are not full before others start are put off: most of
     * them will be touched then, and their level will have fallen. Those put off before and not touched now go in.
     */
    private void queue(long nextStart) {
        int before = putOffCount;
        putOffCount = 0;
        for (int i = 0; i < before; i++) {
            if (touchedAt[putOff[i]] != touches) {
                queue(putOff[i], Levels.HIGHEST);
            }
        }
        for (int i = 0; i < touchedCount; i++) {
            if (!queue(touched[i], nextStart)) {
                putOff[putOffCount++] = touched[i];
            }
        }
    }

    /** Whether all bounds of the strand are in the heap. */
    private boolean queue(int strand, long nextStart) {
        boolean areAllIn = true;
        int first = bounds.firstOf(strand);
        for (int bound = first; bound < first + bounds.boundsOfAStrand(); bound++) {
            boolean isLater = nextStart < Levels.HIGHEST && room[bound] > ALMOST_ONE * slope[bound] * nextStart;
            areAllIn &= !isLater;
            if (!isLater && room[bound] < UNBOUNDED) {
                full.push(fullAt(bound), bound);
            }
        }
        return areAllIn;
    }

    /** The level at which the bound is full; never below the level that is reached. */
    private long fullAt(int bound) {
        return slope[bound] == 0 ? Levels.HIGHEST : Math.max(level, Math.floorDiv(room[bound], slope[bound]));
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
            bounds.add(room, leaf, -exact);
            bounds.add(slope, leaf, -leaves.rate(leaf));
        }
        state[leaf] = STOPPED;
        shares.give(leaf, (current - minimum) / leaves.step(leaf) * leaves.step(leaf));
        shares.stop(leaf, bound, level);
    }
}
