/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of a week by the clock on the wall. */
class WeeklyScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MON,TUE 08:00-18:00 | 2026-11-23T07:00:00Z | true",
                "MON,TUE 08:00-18:00 | 2026-11-23T06:59:59Z | false",
                "MON,TUE 08:00-18:00 | 2026-11-23T17:00:00Z | false",
                "MON,TUE 08:00-18:00 | 2026-11-25T10:00:00Z | false",
                "MON 08:00-24:00 | 2026-11-23T22:59:59Z | true",
                "MON 08:00-24:00 | 2026-11-23T23:00:00Z | false",
                "SAT 22:00-06:00 | 2026-11-28T22:00:00Z | true",
                "SAT 22:00-06:00 | 2026-11-29T04:59:59Z | true",
                "SAT 22:00-06:00 | 2026-11-29T05:00:00Z | false",
                "SUN 22:00-06:00 | 2026-11-30T04:00:00Z | true",
                "MON 00:00-00:00 | 2026-11-23T12:00:00Z | true",
                "FRI 10:00-11:00; SUN 10:00-11:00 | 2026-11-29T09:30:00Z | true",
                // summer time: the same wall clock, an hour earlier in UTC
                "WED 08:00-18:00 | 2026-07-01T06:00:00Z | true",
                "WED 08:00-18:00 | 2026-07-01T05:59:59Z | false",
                "WED 08:00-18:00 | 2026-07-01T16:00:00Z | false",
                // the hour that is missing when summer time begins: 02:00-03:00 never comes
                "SUN 02:00-03:00 | 2026-03-29T00:59:59Z | false",
                "SUN 02:00-03:00 | 2026-03-29T01:00:00Z | false",
                // the hour that comes twice when it ends
                "SUN 02:00-03:00 | 2026-10-25T00:30:00Z | true",
                "SUN 02:00-03:00 | 2026-10-25T01:30:00Z | true",
                "SUN 02:00-03:00 | 2026-10-25T02:00:00Z | false"
            })
    void holdsByTheClockOnTheWall(String text, Instant at, boolean holds) {
        assertThat(WeeklySchedule.parse(BERLIN, text).holds(at)).isEqualTo(holds);
    }

    @Test
    void anHourThatComesTwiceCountsTwice() {
        WeeklySchedule schedule = WeeklySchedule.parse(BERLIN, "SUN 02:00-03:00");
        Instant midnight = Instant.parse("2026-10-24T22:00:00Z");
        long minutes = 0;
        for (int minute = 0; minute < 25 * 60; minute++) {
            minutes += schedule.holds(midnight.plus(Duration.ofMinutes(minute))) ? 1 : 0;
        }
        assertThat(minutes).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MON",
                "MON 8-18",
                "MON 08:00-25:00",
                "MON 08:00-18:61",
                "FOO 08:00-18:00",
                "MON 08:00-18:00;"
            })
    void whatIsNoTimeOfAWeekIsRefusedWithWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklySchedule.parse(BERLIN, text))
                .withMessageContaining("is no time of a week");
    }

    @Test
    void readsWhatItWrites() {
        WeeklySchedule schedule = WeeklySchedule.parse(BERLIN, "tue,mon 08:00-18:00; SAT 22:00-24:00");
        assertThat(schedule.text()).isEqualTo("MON,TUE 08:00-18:00; SAT 22:00-00:00");
        assertThat(WeeklySchedule.parse(BERLIN, schedule.text())).isEqualTo(schedule);
    }
}
