/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock shows a minute more; how much time has passed is another matter. */
class ClockWatchTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private long elapsedNanos;
    private final ClockWatch watch = new ClockWatch(() -> elapsedNanos, NOON);

    private Duration leaptAfter(int seconds) {
        elapsedNanos += Duration.ofSeconds(seconds).toNanos();
        return watch.leapt(NOON.plusSeconds(60));
    }

    @Test
    void aMinuteHasPassed() {
        assertThat(leaptAfter(60)).isZero();
    }

    @Test
    void aSecondHasPassed() {
        assertThat(leaptAfter(1)).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void anHourHasPassed() {
        assertThat(leaptAfter(3600)).isEqualTo(Duration.ofMinutes(-59));
    }

    @Test
    void fourSecondsMoreAreWithinWhatIsAllowedFor() {
        assertThat(leaptAfter(56)).isZero();
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        leaptAfter(1);
        assertThat(watch.leapt(NOON.plusSeconds(60))).isZero();
    }
}
