/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

import java.util.Locale;

/**
 * Active power over all phases, in whole watts.
 *
 * @param watts W; negative where power is fed in
 */
public record Power(int watts) implements Comparable<Power> {

    public static final Power ZERO = new Power(0);

    public static Power ofWatts(int watts) {
        return watts == 0 ? ZERO : new Power(watts);
    }

    public static Power ofKilowatts(int kilowatts) {
        return ofWatts(Math.multiplyExact(kilowatts, 1000));
    }

    public Power plus(Power other) {
        return ofWatts(Math.addExact(watts, other.watts));
    }

    public Power minus(Power other) {
        return ofWatts(Math.subtractExact(watts, other.watts));
    }

    @Override
    public int compareTo(Power other) {
        return Integer.compare(watts, other.watts);
    }

    /** Kilowatts with one decimal and the unit: {@code 50.0 kW}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f kW", watts / 1000.0);
    }
}
