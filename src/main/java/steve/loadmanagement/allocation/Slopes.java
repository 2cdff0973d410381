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
 * The room and the slope of each bound while a level rises, see {@link Filling}. Leaves of the same strand that come one
 * after another are added up first, and taken to the root together.
 */
final class Slopes {

    /** More than a floating-point product can be wrong by. */
    private static final double ALMOST_ONE = 1.000001;

    private static final long UNBOUNDED = Bounds.UNBOUNDED / 2 * Filling.SCALE;

    private final Bounds bounds;
    private final Leaves leaves;
    private final long[] room;
    private final long[] slope;
    private final long[] roomBelow;
    private final long[] slopeBelow;
    private final int[] touchedAt;
    private final int[] touched;
    private int strand = Layout.NONE;
    private int touches;
    private int touchedCount;

    Slopes(Leaves leaves, Bounds bounds) {
        this.bounds = bounds;
        this.leaves = leaves;
        this.room = new long[bounds.count()];
        this.slope = new long[bounds.count()];
        this.roomBelow = new long[bounds.boundsOfAStrand()];
        this.slopeBelow = new long[bounds.boundsOfAStrand()];
        this.touchedAt = new int[bounds.strandCount()];
        this.touched = new int[bounds.strandCount()];
    }

    /** All leaves at rest. */
    void begin(Shares shares) {
        takeUp();
        for (int bound = 0; bound < room.length; bound++) {
            room[bound] = shares.left(bound) * Filling.SCALE;
        }
        Arrays.fill(slope, 0);
    }

    /** The leaf leaves so much more room, in mA · SCALE, and rises so much faster. */
    void add(int leaf, long more, long faster) {
        int below = bounds.strandOfLeaf(leaf);
        if (below != strand) {
            takeUp();
            strand = below;
        }
        bounds.addOnce(roomBelow, 0, leaf, more, more * leaves.phases(leaf));
        bounds.addOnce(slopeBelow, 0, leaf, faster, faster * leaves.phases(leaf));
    }

    private void takeUp() {
        if (strand == Layout.NONE) {
            return;
        }
        for (; strand != Layout.NONE; strand = bounds.parent(strand)) {
            int first = bounds.firstOf(strand);
            bounds.addAll(room, first, roomBelow, 0);
            bounds.addAll(slope, first, slopeBelow, 0);
            if (touchedAt[strand] != touches) {
                touchedAt[strand] = touches;
                touched[touchedCount++] = strand;
            }
        }
        Arrays.fill(roomBelow, 0);
        Arrays.fill(slopeBelow, 0);
    }

    /** From now on, strands above leaves that change are collected. */
    void collect() {
        takeUp();
        touches++;
        touchedCount = 0;
    }

    /** How many strands have been collected. */
    int collected() {
        takeUp();
        return touchedCount;
    }

    int collected(int place) {
        return touched[place];
    }

    boolean isCollected(int strand) {
        return touchedAt[strand] == touches;
    }

    boolean isLimited(int bound) {
        return room[bound] < UNBOUNDED;
    }

    /** Whether the bound has room beyond the level for sure. */
    boolean hasRoomAt(long level, int bound) {
        return room[bound] > ALMOST_ONE * slope[bound] * level;
    }

    /** The level at which the bound is full. */
    long fullAt(int bound) {
        takeUp();
        return slope[bound] == 0 ? Levels.HIGHEST : Math.floorDiv(room[bound], slope[bound]);
    }
}
