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

/**
 * Numbers by level, all of them known from the beginning: the lowest comes next, and where levels are equal the lowest
 * number. They are spread by level over buckets of a few; a bucket is sorted when its turn comes, so that those that never
 * come are not.
 */
final class Upcoming {

    /** Up to so many are sorted faster than the library does. */
    private static final int FEW = 24;

    /** Numbers in a bucket, if levels were spread evenly. */
    private static final int BUCKET = 4;

    private final long[] entries;
    private final int[] ends;
    private final int shift;
    private int next;
    private int sortedTo;

    /** Of {@link Levels#entry entries} in any order. */
    Upcoming(long[] unsorted) {
        long highest = 1;
        for (long entry : unsorted) {
            highest = Math.max(highest, entry);
        }
        this.shift = Long.SIZE - Long.numberOfLeadingZeros(highest / (unsorted.length / BUCKET + 1));
        this.entries = new long[unsorted.length];
        this.ends = new int[(int) (highest >> shift) + 2];
        spread(unsorted);
        sortBucket();
    }

    private void spread(long[] unsorted) {
        for (long entry : unsorted) {
            ends[(int) (entry >> shift) + 1]++;
        }
        for (int bucket = 1; bucket < ends.length; bucket++) {
            ends[bucket] += ends[bucket - 1];
        }
        for (long entry : unsorted) {
            entries[ends[(int) (entry >> shift)]++] = entry;
        }
    }

    /** The level of the next; {@link Levels#HIGHEST} where there is none. */
    long level() {
        return next == entries.length ? Levels.HIGHEST : Levels.level(entries[next]);
    }

    /** The next number; there must be one. */
    int number() {
        return Levels.number(entries[next]);
    }

    /** On to the one after the next. */
    void advance() {
        next++;
        if (next == sortedTo) {
            sortBucket();
        }
    }

    private void sortBucket() {
        if (next == entries.length) {
            return;
        }
        sortedTo = ends[(int) (entries[next] >> shift)];
        if (sortedTo - next > FEW) {
            Arrays.sort(entries, next, sortedTo);
            return;
        }
        for (int i = next + 1; i < sortedTo; i++) {
            long entry = entries[i];
            int place = i;
            for (; place > next && entries[place - 1] > entry; place--) {
                entries[place] = entries[place - 1];
            }
            entries[place] = entry;
        }
    }
}
