/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/**
 * The mean power between two readings of a register, {@code ΔE / Δt}, of a station that sends nothing else. No measurement of
 * one moment: it shows how much a vehicle takes, and proves no cut.
 */
public final class MeanPower {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_WATTS = 1_000_000;
    private static final double MS_AN_HOUR = 3_600_000.0;

    private MeanPower() {}

    /** Null: the register went back, stood for too short or too long a time, or ran faster than any station can. */
    public static @Nullable Power between(Energy before, Instant beforeAt, Energy after, Instant afterAt) {
        Duration time = Duration.between(beforeAt, afterAt);
        long wattHours = after.wattHours() - before.wattHours();
        if (wattHours < 0 || time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            return null;
        }
        double watts = wattHours * (MS_AN_HOUR / time.toMillis());
        return watts > MOST_WATTS ? null : Power.ofWatts((int) Math.ceil(watts));
    }
}
