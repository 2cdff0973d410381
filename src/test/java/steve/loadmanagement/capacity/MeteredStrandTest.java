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
import static support.Sites.amps;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Voltage;

/** Meters that fall silent, freeze, or cannot be right. */
class MeteredStrandTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

    private static PhaseCurrents each(double amps) {
        return PhaseCurrents.ofEach(amps(amps));
    }

    private static PhaseCurrents currents(String amperes) {
        String[] each = amperes.split(" ", -1);
        return new PhaseCurrents(
                amps(Double.parseDouble(each[0])),
                amps(Double.parseDouble(each[1])),
                amps(Double.parseDouble(each[2])));
    }

    private static MeteredStrand strandWith(StaleRule rule, boolean feedIn) {
        return MeteredStrand.of(
                strand(1, null, perPhase(100)),
                List.of(Meters.meter(Spread.BALANCED, rule, feedIn)),
                HighestByDay.NOTHING);
    }

    private static MeterReading.Measured reading(PhaseCurrents currents, int second) {
        return new MeterReading.Measured(
                Meters.ID, currents, Voltage.NOMINAL.power(currents), BEGIN.plusSeconds(second));
    }

    private static MeteredStrand read(MeteredStrand strand, PhaseCurrents currents, double controlled, int second) {
        return strand.after(reading(currents, second), LoadRange.exactly(each(controlled)));
    }

    @Test
    void aMeterThatWasNeverReadStopsCharging() {
        MeteredStrand strand = strandWith(new StaleRule.HighestOf(7), false);
        assertThat(strand.load(BEGIN)).isEqualTo(new MeteredLoad.Stopped("no meter was read yet"));
    }

    @Test
    void anOldReadingIsNoReading() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(40), 10, 0);
        assertThat(strand.load(BEGIN.plusSeconds(30))).isInstanceOf(MeteredLoad.Measured.class);
        assertThat(strand.load(BEGIN.plusSeconds(31)))
                .isEqualTo(new MeteredLoad.Stopped("its newest reading is too old"));
    }

    @Test
    void aStaleMeterIsAssumedAtTheHighestOfTheLastDays() {
        MeteredStrand strand = read(strandWith(new StaleRule.HighestOf(7), false), each(70), 10, 0);
        strand = read(strand, each(30), 10, 10);
        strand = read(strand, each(30), 10, 80);
        assertThat(strand.load(BEGIN.plusSeconds(200)))
                .isInstanceOfSatisfying(
                        MeteredLoad.Assumed.class,
                        it -> assertThat(it.baseLoad()).isEqualTo(each(60)));
    }

    @Test
    void daysBeforeThoseAskedForDoNotCount() {
        HighestByDay days = HighestByDay.NOTHING
                .with(each(90), java.time.LocalDate.of(2026, 11, 16))
                .with(each(50), java.time.LocalDate.of(2026, 11, 17));
        assertThat(days.of(7, java.time.LocalDate.of(2026, 11, 23))).isEqualTo(each(50));
        assertThat(days.of(8, java.time.LocalDate.of(2026, 11, 23))).isEqualTo(each(90));
    }

    @Test
    void afterASilenceTheBaseLoadFallsLateFromWhatWasAssumed() {
        MeteredStrand strand = read(strandWith(new StaleRule.Fixed(each(80)), false), each(30), 10, 0);
        strand = read(strand, each(30), 10, 100);
        assertThat(strand.load(BEGIN.plusSeconds(100)))
                .isInstanceOfSatisfying(
                        MeteredLoad.Measured.class,
                        it -> assertThat(it.baseLoad()).isEqualTo(each(80)));
        for (int second = 110; second <= 160; second += 10) {
            strand = read(strand, each(30), 10, second);
        }
        assertThat(strand.load(BEGIN.plusSeconds(160)))
                .isInstanceOfSatisfying(
                        MeteredLoad.Measured.class,
                        it -> assertThat(it.baseLoad()).isEqualTo(each(20)));
    }

    @ParameterizedTest(name = "{0} A while the EVSEs draw {1} A: {2}")
    @CsvSource({
        "30 30 30, 20 20 20, ",
        "18 18 18, 20 20 20, ",
        "5 5 5, 20 20 20, NEGATIVE_RESIDUAL",
        "-25 -25 -25, 20 20 20, SIGN",
        "2 30 2, 25 0 0, SWAPPED_PHASES",
        "2 2 30, 25 25 0, NEGATIVE_RESIDUAL"
    })
    void whatCannotBeRightIsNamedAfterThreeReadings(String shown, String draw, Oddity oddity) {
        LoadRange drawn = LoadRange.exactly(currents(draw));
        PhaseCurrents metered = currents(shown);
        MeteredStrand strand = strandWith(new StaleRule.StopCharging(), false);
        strand = strand.after(reading(metered, 0), drawn).after(reading(metered, 1), drawn);
        assertThat(strand.oddity()).isNull();
        strand = strand.after(reading(metered, 2), drawn);
        assertThat(strand.oddity()).isEqualTo(oddity);
        if (oddity != null) {
            assertThat(strand.load(BEGIN.plusSeconds(2)))
                    .isEqualTo(new MeteredLoad.Stopped("the meter " + oddity.words()));
        }
    }

    @Test
    void whoFeedsInMayShowLessThanTheEvsesDraw() {
        MeteredStrand strand = strandWith(new StaleRule.StopCharging(), true);
        for (int second = 0; second < 5; second++) {
            strand = read(strand, each(-10), 20, second);
        }
        assertThat(strand.oddity()).isNull();
        assertThat(strand.load(BEGIN.plusSeconds(5))).isInstanceOfSatisfying(MeteredLoad.Measured.class, it -> {
            assertThat(it.baseLoad()).isEqualTo(each(-30));
            assertThat(it.feedIn()).isTrue();
        });
    }

    @Test
    void aMeterThatShowsTheSameWhileTheEvsesChangedIsFrozen() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(50), 10, 0);
        for (int second = 20; second <= 180; second += 20) {
            strand = read(strand, each(50), second <= 80 ? 10 : 30, second);
        }
        assertThat(strand.oddity()).isEqualTo(Oddity.FROZEN);
    }

    @Test
    void aMeterThatShowedAChangeBeforeTheEvsesSaidItIsRight() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(30), 10, 0);
        strand = read(strand, each(50), 10, 20);
        for (int second = 40; second <= 600; second += 20) {
            strand = read(strand, each(50), 30, second);
        }
        assertThat(strand.oddity()).isNull();
    }

    @Test
    void aMeterThatShowsTheSameWhileNothingChangedIsRight() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(50), 10, 0);
        for (int second = 20; second <= 600; second += 20) {
            strand = read(strand, each(50), 10, second);
        }
        assertThat(strand.oddity()).isNull();
    }

    @Test
    void aLeapBeyondTheFuseIsNamedAndCounts() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(20), 0, 0);
        strand = read(strand, each(130), 0, 1);
        assertThat(strand.oddity()).isEqualTo(Oddity.JUMP);
        assertThat(strand.load(BEGIN.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        MeteredLoad.Measured.class,
                        it -> assertThat(it.baseLoad()).isEqualTo(each(130)));
    }

    @Test
    void severalMetersAddUpAndTheStalestDecides() {
        MeterSettings one = Meters.meter(new StaleRule.StopCharging());
        MeterSettings other = new MeterSettings(
                new MeterId(2),
                one.strand(),
                "Second",
                one.source(),
                one.spread(),
                one.maximumAge(),
                one.whenStale(),
                false,
                0);
        MeteredStrand strand =
                MeteredStrand.of(strand(1, null, perPhase(100)), List.of(one, other), HighestByDay.NOTHING);
        strand = read(strand, each(20), 0, 0);
        assertThat(strand.load(BEGIN)).isInstanceOf(MeteredLoad.Stopped.class);
        MeterReading.Measured second =
                new MeterReading.Measured(other.id(), each(15), Voltage.NOMINAL.power(each(15)), BEGIN.plusSeconds(25));
        strand = strand.after(second, LoadRange.NOTHING);
        assertThat(strand.load(BEGIN.plusSeconds(25)))
                .isInstanceOfSatisfying(
                        MeteredLoad.Measured.class,
                        it -> assertThat(it.baseLoad()).isEqualTo(each(35)));
        assertThat(strand.load(BEGIN.plusSeconds(40))).isInstanceOf(MeteredLoad.Stopped.class);
        assertThat(strand.newest())
                .containsOnlyKeys(Map.of(one.id(), 1, other.id(), 2).keySet());
    }

    @Test
    void learnsHowFastOthersRiseAndKeepsThatFree() {
        RiseReserve reserve = RiseReserve.NONE;
        reserve = reserve.after(each(10), BEGIN, MeteredStrand.REACTION, amps(10));
        reserve = reserve.after(each(16), BEGIN.plusSeconds(5), MeteredStrand.REACTION, amps(10));
        assertThat(reserve.reserve()).isEqualTo(each(6));
        reserve = reserve.after(each(18), BEGIN.plusSeconds(31), MeteredStrand.REACTION, amps(10));
        assertThat(reserve.reserve()).isEqualTo(each(6));
        reserve = reserve.after(each(60), BEGIN.plusSeconds(32), MeteredStrand.REACTION, amps(10));
        assertThat(reserve.reserve()).isEqualTo(each(10));
        for (int quarter = 1; quarter <= 96; quarter++) {
            reserve = reserve.after(each(60), BEGIN.plusSeconds(900L * quarter), MeteredStrand.REACTION, amps(10));
        }
        assertThat(reserve.reserve().l1().milliamps()).isBetween(4_900, 5_100);
    }

    @Test
    void whatASlowMeterShowsLateIsKeptFreeToo() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(20), 0, 0);
        strand = read(strand, each(26), 0, 25);
        assertThat(strand.reserve().reserve()).isEqualTo(each(6));
        assertThat(strand.outlook(BEGIN.plusSeconds(25)))
                .isEqualTo(new Outlook(
                        Voltage.NOMINAL.power(each(26)), Voltage.NOMINAL.power(each(6)), Duration.ofSeconds(35)));
    }

    @Test
    void afterASilenceARiseSaysNothingOfHowFastOthersRise() {
        MeteredStrand strand = read(strandWith(new StaleRule.Fixed(each(5)), false), each(20), 0, 0);
        strand = read(strand, each(26), 0, 31);
        assertThat(strand.reserve().reserve()).isEqualTo(PhaseCurrents.ZERO);
    }

    @Test
    void nobodyCanTellWhatOthersDoWhereNothingIsShared() {
        MeteredStrand strand = read(strandWith(new StaleRule.StopCharging(), false), each(20), 0, 0);
        assertThat(strand.outlook(BEGIN.plusSeconds(31))).isNull();
    }
}
