/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a station is like.
 *
 * @param meterInterval how often it sends meter values while a car is there; null: it has no meter
 * @param clockOffset how far its clock leads; below zero: lags
 * @param ignores how many of a hundred profiles it accepts and does not do
 * @param rejects how many of a hundred profiles it rejects
 * @param forgetsOnBoot its profiles are gone after it started anew
 * @param lies it says that nobody is plugged in while a car draws
 * @param flushesOldReadings old readings come after a lost connection
 */
record Habits(
        @Nullable Duration meterInterval,
        Duration clockOffset,
        double ignores,
        double rejects,
        boolean forgetsOnBoot,
        boolean lies,
        boolean flushesOldReadings) {

    static final Habits GOOD = new Habits(Duration.ofSeconds(30), Duration.ZERO, 0, 0, false, false, false);

    boolean isControllable() {
        return ignores == 0;
    }
}
