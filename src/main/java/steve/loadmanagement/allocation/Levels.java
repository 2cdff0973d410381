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
 * A heap of numbers by level, lowest first, and by number where levels are equal. A number may be in it more than once.
 * Each entry is one long: 43 bits of level, 20 bits of number.
 */
final class Levels {

    private static final int NUMBER_BITS = 20;

    /** No level in a heap is this high. */
    static final long HIGHEST = 1L << 62 - NUMBER_BITS;

    private long[] entries = new long[16];
    private int size;

    static long entry(long level, int number) {
        return level << NUMBER_BITS | number;
    }

    static long level(long entry) {
        return entry >> NUMBER_BITS;
    }

    static int number(long entry) {
        return (int) entry & (1 << NUMBER_BITS) - 1;
    }

    void clear() {
        size = 0;
    }

    /** The lowest level; {@link #HIGHEST} where there is none. */
    long lowest() {
        return size == 0 ? HIGHEST : level(entries[0]);
    }

    /** Puts it in, unless the level is so high that nobody reaches it. */
    void push(long level, int number) {
        if (level >= HIGHEST) {
            return;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        long entry = entry(level, number);
        int place = size++;
        while (place > 0 && entries[(place - 1) / 2] > entry) {
            entries[place] = entries[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        entries[place] = entry;
    }

    /** Takes out the number with the lowest level; there must be one. */
    int pop() {
        int lowest = number(entries[0]);
        long moved = entries[--size];
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && entries[child + 1] < entries[child]) {
                child++;
            }
            if (moved <= entries[child]) {
                break;
            }
            entries[place] = entries[child];
            place = child;
        }
        entries[place] = moved;
        return lowest;
    }
}
