/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/**
 * What is kept free below a limit, on each phase: so many amperes or so many per cent, whichever is more.
 *
 * @param current 0 A or more
 * @param percent of the limit, 0 to 100
 */
public record Margin(Current current, int percent) {

    public static final Margin NONE = new Margin(Current.ZERO, 0);

    private static final int PHASES = 3;

    /** What may be used of currents up to a limit. */
    public PhaseCurrents off(PhaseCurrents limit) {
        return new PhaseCurrents(off(limit.l1()), off(limit.l2()), off(limit.l3()));
    }

    /** What may be used of a power up to a limit; the amperes count on all three phases. */
    public Power off(Power limit, Voltage voltage) {
        Power share = Power.ofWatts((int) Math.ceilDiv((long) limit.watts() * percent, 100));
        Power fixed = voltage.power(current, PHASES);
        return limit.minus(share.compareTo(fixed) > 0 ? share : fixed);
    }

    private Current off(Current limit) {
        Current share = Current.ofMilliamps((int) Math.ceilDiv((long) limit.milliamps() * percent, 100));
        return limit.minus(share.max(current));
    }
}
