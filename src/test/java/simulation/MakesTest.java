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
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;
import static support.Sites.with;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.FittedEvses;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.quirk.Capabilities;
import steve.loadmanagement.quirk.Fit;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.ProfileShape.LimitUnit;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.store.QuirkYaml;
import steve.loadmanagement.unit.Current;

/**
 * Stations that misbehave as their make does, treated by the quirk profile that is shipped for it: nothing flows beyond the
 * limit, and each is controlled or declared not controllable within three commands.
 */
class MakesTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T06:00:00Z");
    private static final Duration TIME = Duration.ofHours(2);
    private static final int MOST_COMMANDS = 3;
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

    /** When every make is up. */
    private static final int FIRST_CAR = 6;

    /** A. One car at full current, or three at their minimum. */
    private static final int ENOUGH_FOR_ONE = 22;

    /** A. One car that is told in W as of one phase, beside two fallbacks. */
    private static final int ENOUGH_FOR_ONE_IN_WATTS = 30;

    /** A. Three ratings. */
    private static final int ENOUGH_FOR_ALL = 96;

    private static Car.Kind car(int phases) {
        return new Car.Kind(phases, 32_000, 6_000, Duration.ofSeconds(3), Duration.ofSeconds(8), 500);
    }

    static Stream<String> makes() {
        return QuirkYaml.shipped().stream().map(QuirkProfile::name);
    }

    private static QuirkProfile shipped(String make) {
        return QuirkYaml.shipped().stream()
                .filter(profile -> profile.name().equals(make))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasRectifier(String make) {
        Fit fit = Fit.of(shipped(make), Capabilities.UNKNOWN);
        return fit.shape().unit() instanceof LimitUnit.Watts watts && watts.efficiencyPercent() < 100;
    }

    /** Three of that make on one strand. */
    private static CarPark carPark(String make, Fit fit, Fallback fallback, int limit) {
        List<Evse> evses =
                Stream.of("A", "B", "C").map(id -> with(evse(id, 1), fallback)).toList();
        Site site = Site.of(List.of(strand(1, null, perPhase(limit))), FittedEvses.of(evses, fit));
        CarPark carPark = new CarPark(site, _ -> Habits.GOOD, BEGIN, make.hashCode());
        carPark.stations()
                .forEach(station -> station.behave(
                        Objects.requireNonNull(Makes.MANNERS.get(make)).get()));
        return carPark;
    }

    private static CarPark shippedCarPark(String make) {
        return shippedCarPark(make, ENOUGH_FOR_ONE);
    }

    private static CarPark shippedCarPark(String make, int limit) {
        Fit fit = Fit.of(shipped(make), Capabilities.UNKNOWN);
        return carPark(make, fit, new Fallback.Reserve(amps(6)), fit.controllable() ? limit : ENOUGH_FOR_ALL);
    }

    private static void run(CarPark carPark) {
        run(carPark, Stream.of(3, 3, 3));
    }

    private static void run(CarPark carPark, Stream<Integer> phases) {
        run(carPark, phases, FIRST_CAR, 10);
    }

    private static void run(CarPark carPark, Stream<Integer> phases, int firstCar, int between) {
        carPark.open();
        Iterator<Integer> next = phases.iterator();
        int minute = firstCar;
        for (Station station : carPark.stations()) {
            Car.Kind kind = car(next.next());
            carPark.timeline()
                    .after(
                            Duration.ofMinutes(minute),
                            () -> carPark.arrive(station, station.plugs().getFirst(), kind, 20_000, TIME));
            minute += between;
        }
        carPark.timeline().runUntil(BEGIN.plus(TIME));
    }

    @ParameterizedTest
    @MethodSource("makes")
    void nothingFlowsBeyondTheLimit(String make) {
        CarPark carPark = shippedCarPark(make);
        run(carPark);
        assertThat(carPark.trueLoad().ampereSecondsOver()).isZero();
        assertThat(carPark.trueLoad().uncontrollableAmpereSeconds()).isZero();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void nothingFlowsBeyondTheLimitWhateverConductorsTheVehiclesUse(String make) {
        CarPark carPark = shippedCarPark(make, ENOUGH_FOR_ONE_IN_WATTS);
        run(carPark, hasRectifier(make) ? Stream.of(3, 3, 3) : Stream.of(1, 2, 1));
        assertThat(carPark.trueLoad().ampereSecondsOver()).isZero();
        assertThat(carPark.trueLoad().uncontrollableAmpereSeconds()).isZero();
    }

    @ParameterizedTest
    @MethodSource("makes")
    void eachIsControlledOrNotControllableWithinThreeCommands(String make) {
        CarPark carPark = shippedCarPark(make);
        run(carPark);
        assertThat(carPark.stations()).allSatisfy(station -> {
            assertThat(station.commandsInVain()).isLessThanOrEqualTo(MOST_COMMANDS);
            assertThat(isControllable(carPark, station)).isEqualTo(station.obeys());
        });
    }

    @Test
    void everyShippedProfileHasItsMake() {
        assertThat(Makes.MANNERS.keySet()).containsExactlyInAnyOrderElementsOf(makes().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FoxESS", "Heidelberg and Amperfied connect.business", "Huawei SCharger"})
    void withoutItsProfileAStationThatRefusesEverythingIsGivenUpAndAskedNowAndThen(String make) {
        CarPark carPark = carPark(make, Fit.STANDARD, new Fallback.Reserve(amps(6)), ENOUGH_FOR_ALL);
        run(carPark);
        assertThat(carPark.stations()).allSatisfy(station -> {
            assertThat(station.commandsInVain())
                    .isBetween(MOST_COMMANDS + 1, MOST_COMMANDS + (int) TIME.dividedBy(ASKED_AGAIN));
            assertThat(isControllable(carPark, station)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Easee", "Timxon", "zappi"})
    void withoutItsProfileAStationIsToldByAnotherPurpose(String make) {
        CarPark carPark = carPark(make, Fit.STANDARD, new Fallback.Reserve(amps(6)), ENOUGH_FOR_ONE);
        run(carPark);
        assertThat(carPark.trueLoad().ampereSecondsOver()).isZero();
        assertThat(carPark.stations()).allSatisfy(station -> {
            assertThat(isControllable(carPark, station)).isTrue();
            assertThat(purpose(carPark, station)).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutAProfileAStationThatAcceptsAndIgnoresEverythingIsDeclaredWithinThreeCommands(int phases) {
        CarPark carPark = carPark("Grizzl-E", Fit.STANDARD, new Fallback.Reserve(amps(6)), ENOUGH_FOR_ONE);
        run(carPark, Stream.of(phases, phases, phases), 2, 1);
        assertThat(carPark.stations()).allSatisfy(station -> {
            assertThat(station.commandsInVain()).isEqualTo(MOST_COMMANDS);
            assertThat(isControllable(carPark, station)).isFalse();
            assertThat(worst(carPark, station)).isEqualTo(amps(32));
        });
    }

    @Test
    void aStationThatGivesAllAfterZeroIsNotControllableWhereItsDefaultBlocksIt() {
        Fit goE = Fit.of(shipped("go-e"), Capabilities.UNKNOWN);
        assertThat(FittedEvses.of(List.of(with(evse("A", 1), new Fallback.Block())), goE))
                .noneMatch(Evse::controllable);
        assertThat(FittedEvses.of(List.of(with(evse("A", 1), new Fallback.Reserve(amps(6)))), goE))
                .allMatch(evse -> evse.controllable() && evse.neverPause());
    }

    private static int purpose(CarPark carPark, Station station) {
        CycleReport report = carPark.steve().reports().getFirst();
        return Objects.requireNonNull(
                        report.entries().get(station.plugs().getFirst().evse()))
                .conduct()
                .purpose();
    }

    private static Current worst(CarPark carPark, Station station) {
        CycleReport report = carPark.steve().reports().getFirst();
        return Objects.requireNonNull(
                        report.worst().get(station.plugs().getFirst().evse()))
                .heaviest();
    }

    private static boolean isControllable(CarPark carPark, Station station) {
        CycleReport report = carPark.steve().reports().getFirst();
        Evse evse = Objects.requireNonNull(
                report.snapshot().site().evse(station.plugs().getFirst().evse()));
        LedgerEntry entry = Objects.requireNonNull(report.entries().get(evse.ref()));
        return entry.isControllable(evse) && entry.isDefaultConfirmed() && entry.excess() == null;
    }
}
