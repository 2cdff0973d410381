/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

/**
 * Active power over all phases.
 *
 * @param milliwatts mW, so that the power of whole milliamperes is exact; negative where power is fed in
 */
public record Power(long milliwatts) implements Comparable<Power> {

    public static final Power ZERO = new Power(0);

    private static final int MILLI = 1000;

    public static Power ofWatts(int watts) {
        return ofMilliwatts((long) watts * MILLI);
    }

    public static Power ofMilliwatts(long milliwatts) {
        return milliwatts == 0 ? ZERO : new Power(milliwatts);
    }

    public static Power ofKilowatts(int kilowatts) {
        return ofWatts(Math.multiplyExact(kilowatts, MILLI));
    }

    /** Whole watts, rounded down. */
    public int watts() {
        return Math.toIntExact(Math.floorDiv(milliwatts, MILLI));
    }

    public Power plus(Power other) {
        return ofMilliwatts(Math.addExact(milliwatts, other.milliwatts));
    }

    public Power minus(Power other) {
        return ofMilliwatts(Math.subtractExact(milliwatts, other.milliwatts));
    }

    @Override
    public int compareTo(Power other) {
        return Long.compare(milliwatts, other.milliwatts);
    }

    /** Kilowatts with one decimal and the unit: {@code 50.0 kW}. */
    @Override
    public String toString() {
        return OneDecimal.of(milliwatts, MILLI * MILLI) + " kW";
    }
}
