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
import java.math.RoundingMode;

/**
 * Voltage between one phase and neutral, and with it the way between current and power.
 *
 * @param volts V
 */
public record Voltage(int volts) {

    /** The European grid (IEC 60038). */
    public static final Voltage NOMINAL = new Voltage(230);

    private static final long MILLI = 1000;

    public Voltage {
        if (volts <= 0) {
            throw new IllegalArgumentException("a voltage is above 0 V, not " + volts);
        }
    }

    /** Power of the same current on that many phases, at power factor one, rounded up to the watt. */
    public Power power(Current current, int phases) {
        return Power.ofWatts(Math.toIntExact(Math.ceilDiv((long) current.milliamps() * volts * phases, MILLI)));
    }

    /** Power of all three currents, at power factor one, rounded up to the watt. */
    public Power power(PhaseCurrents currents) {
        long milliamps = (long) currents.l1().milliamps()
                + currents.l2().milliamps()
                + currents.l3().milliamps();
        return Power.ofWatts(Math.toIntExact(Math.ceilDiv(milliamps * volts, MILLI)));
    }

    /** Sum of the currents on all phases that makes no more than this power, in mA, rounded down. */
    public long milliamps(Power power) {
        return Math.floorDiv(power.milliwatts(), (long) volts);
    }

    /** Current on each of that many phases that makes no more than this power, rounded down to the milliampere. */
    public Current current(Power power, int phases) {
        return Current.ofMilliamps(Math.toIntExact(Math.floorDiv(power.milliwatts(), (long) volts * phases)));
    }

    /** Current in A that makes this power in W at this voltage in V, at power factor one, to the milliampere. */
    public static BigDecimal amperes(BigDecimal watts, BigDecimal volts) {
        return watts.divide(volts, 3, RoundingMode.HALF_UP);
    }
}
