/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.unit.Voltage;

/** A meter that is asked for its readings. */
record ProbedMeter(MeterSettings meter, Probe probe, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ProbedMeter.class);

    /** One reading, or why there is none. */
    MeterReading read() {
        try {
            return MeterReading.of(meter, probe.read(), Voltage.NOMINAL, clock.instant());
        } catch (MeterFailure e) {
            return new MeterReading.Unusable(meter.id(), e.words(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("meter {} failed", meter.name(), e);
            return new MeterReading.Unusable(
                    meter.id(), MeterFailure.of("it failed", e).words(), clock.instant());
        }
    }
}
