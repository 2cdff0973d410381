/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the times in a station's messages say of its clock. */
class StationClockTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static StationClock clock(long stampedAt, long receivedAt) {
        return StationClock.UNKNOWN.seen(NOON.plusSeconds(stampedAt), NOON.plusSeconds(receivedAt));
    }

    @Test
    void aStationsClockLagsByNoMoreThanItsNewestMessageShows() {
        assertThat(clock(0, 40).lagAtMost()).isEqualTo(Duration.ofSeconds(40));
        assertThat(clock(0, 40).seen(NOON.plusSeconds(60), NOON.plusSeconds(63)).lagAtMost())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aClockThatLeadsLagsByNothing() {
        assertThat(clock(60, 0).lagAtMost()).isEqualTo(Duration.ZERO);
        assertThat(clock(60, 0).leadAtMost(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void aClockThatLeadsByHoursIsNoClock() {
        assertThat(clock(7200, 0).lagAtMost()).isNull();
    }

    @Test
    void aClockThatNobodyHeardOfIsUnknown() {
        assertThat(StationClock.UNKNOWN.lagAtMost()).isNull();
        assertThat(StationClock.UNKNOWN.leadAtMost(Duration.ofSeconds(60))).isNull();
    }

    @Test
    void whatWasLongOnItsWayWasSeenLongAgo() {
        assertThat(clock(0, 1).ours(NOON.plusSeconds(60), NOON.plusSeconds(100)))
                .isEqualTo(NOON.plusSeconds(61));
        assertThat(clock(0, 1).ours(NOON.plusSeconds(60), NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
    }
}
