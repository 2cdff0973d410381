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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/** What may be shared under limits, base loads, targets and the grid operator. */
class CapacitiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final StrandId ROOT = new StrandId(1);
    private static final StrandId CHILD = new StrandId(2);
    private static final Limit BOTH =
            new Limit(PhaseCurrents.ofEach(amps(100)), Power.ofKilowatts(60), LimitSource.RATING);
    private static final Site SITE = Site.of(List.of(strand(1, null, BOTH), strand(2, 1, perPhase(63))), List.of());

    private static PhaseCurrents each(double amps) {
        return PhaseCurrents.ofEach(amps(amps));
    }

    private static Capacity of(StrandId strand, Circumstances circumstances) {
        return Objects.requireNonNull(Capacities.of(SITE, circumstances).get(strand));
    }

    private static Capacity root(Circumstances circumstances) {
        return of(ROOT, circumstances);
    }

    private static Circumstances limits(LimitOverTime... limits) {
        return new Circumstances(NOW, List.of(limits), Map.of(), Map.of(), Map.of());
    }

    private static Circumstances metered(MeteredLoad load, Map<StrandId, Power> targets, Map<StrandId, Power> dimmed) {
        return new Circumstances(NOW, List.of(), Map.of(ROOT, load), targets, dimmed);
    }

    private static LimitOverTime limit(
            @Nullable PhaseCurrents currents,
            @Nullable Power power,
            LimitSource source,
            int from,
            @Nullable Integer until) {
        return new LimitOverTime(
                ROOT,
                new Limit(currents, power, source),
                NOW.plusSeconds(from),
                until == null ? null : NOW.plusSeconds(until),
                null);
    }

    private static MeteredLoad.Measured load(double amps, double reserve, boolean feedIn) {
        return new MeteredLoad.Measured(each(amps), Voltage.NOMINAL.power(each(amps)), each(reserve), feedIn);
    }

    @Test
    void withoutAnythingItIsTheRating() {
        assertThat(Capacities.of(SITE, Circumstances.none(NOW))).isEqualTo(Capacities.of(SITE));
        assertThat(of(ROOT, Circumstances.none(NOW)).baseLoad()).isNull();
        assertThat(of(ROOT, Circumstances.none(NOW)).basePower()).isNull();
    }

    @Test
    void theLowestLimitThatHoldsBindsAndIsNamed() {
        Capacity capacity = root(limits(
                limit(each(80), null, LimitSource.OPERATOR, -10, null),
                limit(each(50), null, LimitSource.SCHEDULE, -10, 0),
                limit(each(40), null, LimitSource.REST, 10, null),
                limit(null, Power.ofKilowatts(30), LimitSource.MQTT, -10, 10),
                limit(null, Power.ofKilowatts(90), LimitSource.EXTERNAL, -10, 10)));
        assertThat(capacity)
                .isEqualTo(new Capacity(each(80), LimitSource.OPERATOR, Power.ofKilowatts(30), LimitSource.MQTT));
    }

    @Test
    void noLimitRaisesWhatTheFuseBears() {
        Capacity capacity = root(limits(limit(each(500), Power.ofKilowatts(500), LimitSource.OPERATOR, -10, null)));
        assertThat(capacity)
                .isEqualTo(new Capacity(each(100), LimitSource.RATING, Power.ofKilowatts(60), LimitSource.RATING));
    }

    @Test
    void otherConsumersAndTheReserveAreTakenOff() {
        Capacity capacity = root(metered(load(30, 5, false), Map.of(), Map.of()));
        assertThat(capacity)
                .isEqualTo(new Capacity(
                        each(65),
                        LimitSource.RATING,
                        Power.ofWatts(60_000 - 35 * 690),
                        LimitSource.RATING,
                        new Capacity.Others(each(35), Power.ofWatts(35 * 690))));
    }

    @Test
    void generationRaisesTheCapacityOnlyWhereAllowedAndOnlyUpToTheRating() {
        assertThat(root(metered(load(-30, 0, false), Map.of(), Map.of())).currents())
                .isEqualTo(each(100));
        Circumstances limitedAndSunny = new Circumstances(
                NOW,
                List.of(limit(each(40), null, LimitSource.OPERATOR, -10, null)),
                Map.of(ROOT, load(-30, 0, true)),
                Map.of(),
                Map.of());
        assertThat(root(limitedAndSunny).currents()).isEqualTo(each(70));
        Circumstances verySunny =
                new Circumstances(NOW, limitedAndSunny.limits(), Map.of(ROOT, load(-300, 0, true)), Map.of(), Map.of());
        assertThat(root(verySunny).currents()).isEqualTo(each(100));
    }

    @Test
    void aStrandCarriesTheOtherConsumersOfThoseItFeeds() {
        Circumstances below = new Circumstances(NOW, List.of(), Map.of(CHILD, load(20, 0, false)), Map.of(), Map.of());
        assertThat(of(CHILD, below).currents()).isEqualTo(each(43));
        assertThat(root(below).currents()).isEqualTo(each(80));
        assertThat(root(below).baseLoad()).isEqualTo(each(20));
        assertThat(root(below).basePower()).isEqualTo(Power.ofWatts(20 * 690));
    }

    @Test
    void aStaleMeterThatStopsChargingGivesNothingAndCountsAboveWithItsWholeFuse() {
        Circumstances stale =
                new Circumstances(NOW, List.of(), Map.of(CHILD, new MeteredLoad.Stopped("old")), Map.of(), Map.of());
        Capacity child = of(CHILD, stale);
        assertThat(child.currents()).isEqualTo(PhaseCurrents.ZERO);
        assertThat(child.currentSource()).isEqualTo(LimitSource.STALE_METER);
        assertThat(root(stale).currents()).isEqualTo(each(37));
    }

    @Test
    void theTargetOfTheQuarterHourCountsForAllThatFlows() {
        Capacity capacity = root(metered(load(10, 0, false), Map.of(ROOT, Power.ofKilowatts(40)), Map.of()));
        assertThat(capacity.power()).isEqualTo(Power.ofWatts(40_000 - 6_900));
        assertThat(capacity.powerSource()).isEqualTo(LimitSource.PEAK_TARGET);
        Capacity besideAReserve = root(metered(load(10, 5, false), Map.of(ROOT, Power.ofKilowatts(40)), Map.of()));
        assertThat(besideAReserve)
                .as("the quarter hour holds back by itself")
                .isEqualTo(new Capacity(
                        each(85),
                        LimitSource.RATING,
                        Power.ofWatts(40_000 - 6_900),
                        LimitSource.PEAK_TARGET,
                        new Capacity.Others(each(15), Power.ofWatts(6_900))));
    }

    @Test
    void theGridOperatorsLimitIsForTheDevicesAloneAndGenerationComesOnTop() {
        Map<StrandId, Power> dimmed = Map.of(ROOT, Power.ofWatts(10_500));
        Capacity capacity = root(metered(load(10, 0, false), Map.of(), dimmed));
        assertThat(capacity.power()).isEqualTo(Power.ofWatts(10_500));
        assertThat(capacity.powerSource()).isEqualTo(LimitSource.GRID_OPERATOR);
        assertThat(root(metered(load(-10, 0, true), Map.of(), dimmed)).power()).isEqualTo(Power.ofWatts(17_400));
    }

    @Test
    void theGridOperatorRaisesNothing() {
        Capacity capacity = root(metered(load(80, 0, false), Map.of(), Map.of(ROOT, Power.ofKilowatts(50))));
        assertThat(capacity.power()).isEqualTo(Power.ofWatts(60_000 - 80 * 690));
        assertThat(capacity.powerSource()).isEqualTo(LimitSource.RATING);
    }
}
