/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.time.Instant;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/**
 * What flows through a meter and not into a controlled EVSE:
 *
 * <pre>
 * base load in [meter - most that the EVSEs draw, meter - least that they draw]
 * </pre>
 *
 * A car's ramp makes the range wide and moves nothing. It rises at once, and falls only after it stayed low for a while
 * ({@link LateFall}), each phase and the power for itself. Below zero where more is generated than used.
 */
public record BaseLoad(LateFall l1, LateFall l2, LateFall l3, LateFall watts) {

    /** Of a first reading: the most that it can be. */
    public static BaseLoad first(MeterReading.Measured reading, LoadRange controlled, Voltage voltage) {
        PhaseCurrents high = reading.currents().minus(controlled.least());
        Power power = reading.power().minus(voltage.power(controlled.least()));
        return of(high, power);
    }

    /** One that is assumed: true readings raise it at once and lower it late. */
    public static BaseLoad of(PhaseCurrents currents, Power power) {
        return new BaseLoad(
                LateFall.at(currents.l1().milliamps()),
                LateFall.at(currents.l2().milliamps()),
                LateFall.at(currents.l3().milliamps()),
                LateFall.at(power.watts()));
    }

    public BaseLoad after(MeterReading.Measured reading, LoadRange controlled, Voltage voltage, Duration hold) {
        PhaseCurrents low = reading.currents().minus(controlled.most());
        PhaseCurrents high = reading.currents().minus(controlled.least());
        Power most = reading.power().minus(voltage.power(controlled.least()));
        Power least = reading.power().minus(voltage.power(controlled.most()));
        Instant at = reading.at();
        return new BaseLoad(
                l1.after(low.l1().milliamps(), high.l1().milliamps(), at, hold),
                l2.after(low.l2().milliamps(), high.l2().milliamps(), at, hold),
                l3.after(low.l3().milliamps(), high.l3().milliamps(), at, hold),
                watts.after(least.watts(), most.watts(), at, hold));
    }

    public PhaseCurrents currents() {
        return new PhaseCurrents(
                Current.ofMilliamps(l1.value()), Current.ofMilliamps(l2.value()), Current.ofMilliamps(l3.value()));
    }

    public Power power() {
        return Power.ofWatts(watts.value());
    }
}
