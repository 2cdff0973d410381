/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.metering.MeanPower;
import steve.loadmanagement.unit.Age;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/**
 * What one meter message says about an EVSE. What it does not say is null.
 *
 * @param imported what the vehicle draws, by conductor
 * @param power what the vehicle draws, over all phases
 * @param register the meter's energy register
 * @param offered what the station offers the vehicle
 * @param measuredAt by the station's clock; orders readings, says nothing of their age
 * @param receivedAt by our clock
 */
public record Reading(
        @Nullable ConductorCurrents imported,
        @Nullable Power power,
        @Nullable Energy register,
        @Nullable Current offered,
        Instant measuredAt,
        Instant receivedAt) {

    /** Whether it is older than that at {@code now}, or from the future, as the clock was set: then it is no reading. */
    public boolean isStale(Instant now, Duration maximumAge) {
        return Age.isStale(receivedAt, now, maximumAge);
    }

    /** With the mean power since the reading before where it shows the register alone. */
    Reading after(@Nullable Reading before) {
        Energy was = before == null ? null : before.register();
        if (imported != null || power != null || register == null || before == null || was == null) {
            return this;
        }
        Power mean = MeanPower.between(was, before.measuredAt(), register, measuredAt);
        return new Reading(null, mean, register, offered, measuredAt, receivedAt);
    }
}
