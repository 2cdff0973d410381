/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is raised because somebody set the clock. */
@ExtendWith(Quiet.class)
class LeapingClockTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {7_000, 7_001, 7_002, 7_003, 7_004, 7_005, 7_006, 7_007, 7_008, 7_009, 7_010, 7_011})
    void badHoursInWhichTheClockLeapsToo(long seed) {
        CarPark hours = RandomDay.withLeapingClock(seed);
        assertThat(hours.trueLoad().ampereSecondsOver()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-110, -20, 20, 600, 3000})
    void carsChargeOnAfterIt(int seconds) {
        CarPark hours = RandomDay.quietHours(
                3,
                carPark -> carPark.timeline()
                        .at(
                                MIDNIGHT.plus(Duration.ofMinutes(90)),
                                () -> carPark.steve().clock().setWrongBy(Duration.ofSeconds(seconds))));
        double undisturbed = SiteDay.of(RandomDay.quietHours(3, _ -> {})).energyWh();
        assertThat(SiteDay.of(hours).energyWh()).isGreaterThan(0.95 * undisturbed);
        assertThat(hours.trueLoad().ampereSecondsOver()).isZero();
    }
}
