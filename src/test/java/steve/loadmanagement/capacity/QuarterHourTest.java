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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/** The demand of a quarter hour. */
class QuarterHourTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");
    private static final Power TARGET = Power.ofKilowatts(60);

    private static QuarterHour fresh() {
        return QuarterHour.at(BEGIN, ZoneOffset.UTC);
    }

    @ParameterizedTest(name = "{0} in {1} is in the one from {2}")
    @CsvSource({
        "2026-11-23T08:14:59Z, Europe/Berlin, 2026-11-23T08:00:00Z",
        "2026-11-23T08:15:00Z, Europe/Berlin, 2026-11-23T08:15:00Z",
        "2026-11-23T08:14:59Z, Asia/Kathmandu, 2026-11-23T08:00:00Z",
        "2026-10-25T00:59:59Z, Europe/Berlin, 2026-10-25T00:45:00Z"
    })
    void beginsByTheClock(Instant at, String zone, Instant from) {
        assertThat(QuarterHour.at(at, ZoneId.of(zone)).from()).isEqualTo(from);
    }

    private static final Outlook STEADY = Outlook.steady(Power.ofKilowatts(20));

    @ParameterizedTest(name = "after {0} s at {1} kW: {2} W are allowed")
    @CsvSource({
        // (60 kW * 900 s - used) / time left
        "0, 0, 60000",
        "450, 60, 60000",
        "450, 30, 90000",
        "450, 90, 30000",
        "450, 120, 0",
        "450, 200, 0",
        // less than the reaction time left: the rest of it is of the next one, which has 60 kW
        "885, 60, 60000",
        "885, 61, 30500",
        "885, 30, 945000"
    })
    void allowsWhatIsLeft(int seconds, int kilowatts, int watts) {
        QuarterHour quarterHour = fresh().with(Power.ofKilowatts(kilowatts)).until(BEGIN.plusSeconds(seconds));
        assertThat(quarterHour.allowed(TARGET, STEADY)).isEqualTo(Power.ofWatts(watts));
    }

    @ParameterizedTest(name = "after {0} s at {1} kW beside {2} kW that may rise by {3} kW: {4} W are allowed")
    @CsvSource({
        // what may rise before we have reacted is held back: 10 kW * 60 s of 60 kW * 900 s
        "0, 0, 20, 10, 59333",
        // (60 * 900 - 10 * 60 - (54 + 10) * 840) / 60 is below zero: nothing but others, and they can still rise
        "0, 0, 54, 10, 0",
        // what was left unused so far makes up for it: (60 * 900 - 10 * 60 - 54 * 450) / 450
        "450, 54, 54, 10, 64666",
        // at the end of one whose successor can bear nothing either
        "870, 60, 58, 10, 20000"
    })
    void holdsBackWhatOthersMayTakeYet(int seconds, int kilowatts, int baseLoad, int rise, int watts) {
        Outlook others = new Outlook(Power.ofKilowatts(baseLoad), Power.ofKilowatts(rise), Duration.ofSeconds(60));
        QuarterHour quarterHour = fresh().with(Power.ofKilowatts(kilowatts)).until(BEGIN.plusSeconds(seconds));
        assertThat(quarterHour.allowed(TARGET, others)).isEqualTo(Power.ofWatts(watts));
    }

    @Test
    void isKeptHoweverOthersRiseAsLongAsTheyStayBelowTheTargetThemselves() {
        for (int at = 0; at < 900; at += 10) {
            QuarterHour quarterHour = fresh();
            Power charging = Power.ofKilowatts(15);
            for (int second = 0; second < 900; second += 10) {
                Power base = Power.ofKilowatts(second < at ? 45 : 55);
                quarterHour = quarterHour.until(BEGIN.plusSeconds(second)).with(base.plus(charging));
                Outlook others = new Outlook(base, Power.ofKilowatts(10), Duration.ofSeconds(20));
                Power allowed = quarterHour.allowed(TARGET, others);
                charging = allowed.compareTo(base) < 0 ? Power.ZERO : allowed.minus(base);
            }
            assertThat(quarterHour.until(BEGIN.plusSeconds(900)).mean().watts())
                    .as("they rise after %d s", at)
                    .isBetween(58_000, 60_000);
        }
    }

    @Test
    void timeInWhichNobodyMeasuredCountsAsTheTarget() {
        QuarterHour quarterHour = fresh().until(BEGIN.plusSeconds(300));
        assertThat(quarterHour.assumed()).isEqualTo(300);
        assertThat(quarterHour.allowed(TARGET, STEADY)).isEqualTo(TARGET);
    }

    @Test
    void whatIsFedInIsNotCredited() {
        QuarterHour quarterHour = fresh().with(Power.ofKilowatts(-50)).until(BEGIN.plusSeconds(450));
        assertThat(quarterHour.allowed(TARGET, STEADY)).isEqualTo(Power.ofKilowatts(120));
        assertThat(quarterHour.energy()).isEqualTo(Energy.ZERO);
    }

    @Test
    void whereOneEndsTheNextBegins() {
        QuarterHours passed = QuarterHours.until(
                fresh().with(Power.ofKilowatts(40)), BEGIN.plusSeconds(2 * 900 + 90), ZoneOffset.UTC);
        assertThat(passed.ended())
                .extracting(QuarterHour::energy)
                .containsExactly(Energy.ofWattHours(10_000), Energy.ofWattHours(10_000));
        assertThat(passed.running().from()).isEqualTo(BEGIN.plusSeconds(1800));
        assertThat(passed.running().energy()).isEqualTo(Energy.ofWattHours(1_000));
    }

    @ParameterizedTest(name = "follows the peak {0}, peak {1} kW: {2} kW")
    @CsvSource({"false, 80, 60", "true, 80, 80", "true, 50, 60", "true, , 60"})
    void theTargetMayFollowThePeakOfTheYear(boolean follows, Integer peak, int kilowatts) {
        PeakTarget target = new PeakTarget(new steve.loadmanagement.site.StrandId(1), ZoneOffset.UTC, TARGET, follows);
        assertThat(target.after(peak == null ? null : Power.ofKilowatts(peak))).isEqualTo(Power.ofKilowatts(kilowatts));
    }
}
