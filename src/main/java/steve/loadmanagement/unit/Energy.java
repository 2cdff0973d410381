/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

/** Electric energy, in whole watt hours. */
public record Energy(long wattHours) implements Comparable<Energy> {

    public static final Energy ZERO = new Energy(0);

    /** In a kilowatt hour. */
    private static final long WATT_HOURS = 1000;

    public static Energy ofWattHours(long wattHours) {
        return new Energy(wattHours);
    }

    @Override
    public int compareTo(Energy other) {
        return Long.compare(wattHours, other.wattHours);
    }

    /** Kilowatt hours with one decimal and the unit: {@code 12.3 kWh}. */
    @Override
    public String toString() {
        return OneDecimal.of(wattHours, WATT_HOURS) + " kWh";
    }
}
