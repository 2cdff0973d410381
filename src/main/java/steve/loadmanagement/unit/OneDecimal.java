/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

/** Numbers with one decimal, half up, and a point, as operators read them. */
final class OneDecimal {

    private static final int TENTHS = 10;

    private OneDecimal() {}

    /** @param parts of which {@code one} make a whole: 13,849 of 1,000 is 13.8 */
    static String of(long parts, long one) {
        long tenths = (Math.abs(parts) + one / (2 * TENTHS)) / (one / TENTHS);
        return (parts < 0 && tenths > 0 ? "-" : "") + tenths / TENTHS + "." + tenths % TENTHS;
    }
}
