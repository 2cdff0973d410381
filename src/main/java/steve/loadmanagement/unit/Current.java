/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

import java.math.BigDecimal;
import java.util.stream.IntStream;

/**
 * An alternating current on one phase, in whole milliamperes.
 *
 * @param milliamps mA; negative where a vehicle or a generator feeds in
 */
public record Current(int milliamps) implements Comparable<Current> {

    private static final int MILLIAMPS_PER_AMP = 1000;
    private static final int TENTH = 100;

    /** The tenths of an ampere up to 100 A, made once: most that is planned is one of them. */
    private static final Current[] TENTHS = IntStream.range(0, 1000)
            .mapToObj(tenths -> new Current(tenths * TENTH))
            .toArray(Current[]::new);

    public static final Current ZERO = TENTHS[0];

    public static Current ofMilliamps(int milliamps) {
        int tenths = milliamps / TENTH;
        return milliamps == tenths * TENTH && tenths >= 0 && tenths < TENTHS.length
                ? TENTHS[tenths]
                : new Current(milliamps);
    }

    public static Current ofAmps(int amps) {
        return ofMilliamps(Math.multiplyExact(amps, MILLIAMPS_PER_AMP));
    }

    public Current plus(Current other) {
        return ofMilliamps(Math.addExact(milliamps, other.milliamps));
    }

    public Current minus(Current other) {
        return ofMilliamps(Math.subtractExact(milliamps, other.milliamps));
    }

    public Current min(Current other) {
        return milliamps <= other.milliamps ? this : other;
    }

    public Current max(Current other) {
        return milliamps >= other.milliamps ? this : other;
    }

    public boolean isZero() {
        return milliamps == 0;
    }

    public boolean isMoreThan(Current other) {
        return milliamps > other.milliamps;
    }

    /** The largest multiple of {@code step} that is not more than this current. */
    public Current downTo(Current step) {
        return ofMilliamps(milliamps - Math.floorMod(milliamps, step.milliamps));
    }

    /** In amperes, exact. */
    public BigDecimal amps() {
        return BigDecimal.valueOf(milliamps, 3);
    }

    @Override
    public int compareTo(Current other) {
        return Integer.compare(milliamps, other.milliamps);
    }

    /** Amperes with one decimal and the unit, as operators read it: {@code 13.8 A}. */
    @Override
    public String toString() {
        return OneDecimal.of(milliamps, MILLIAMPS_PER_AMP) + " A";
    }
}
