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
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steve.loadmanagement.site.Site;

/** Two processes of SteVe on one database, stations behind a balancer: one controls, the other shows and takes over. */
@ExtendWith(Quiet.class)
class TwoNodesTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T06:00:00Z");
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    private static final Car.Kind CAR = new Car.Kind(3, 32_000, 6_000, Duration.ofSeconds(2), Duration.ofSeconds(3), 0);

    private final Site site = Site.of(
            List.of(strand(1, null, perPhase(40))),
            Stream.of("A", "B", "C", "D").map(id -> evse(id, 1)).toList());
    private final CarPark carPark = new CarPark(site, _ -> Habits.GOOD, BEGIN, 7, 2);
    private final SteveNode first = carPark.steve().nodes().get(0);
    private final SteveNode second = carPark.steve().nodes().get(1);

    @BeforeEach
    void fourCarsCharge() {
        carPark.open();
        for (Station station : carPark.stations()) {
            carPark.timeline()
                    .after(
                            Duration.ofMinutes(3),
                            () -> carPark.arrive(
                                    station, station.plugs().getFirst(), CAR, 90_000, Duration.ofHours(20)));
        }
        carPark.timeline().runUntil(BEGIN.plus(Duration.ofMinutes(20)));
    }

    private void run(Duration time) {
        carPark.timeline().runUntil(carPark.timeline().now().plus(time));
    }

    private SteveNode controlling() {
        return isControlledBy(first) ? first : second;
    }

    private SteveNode other() {
        return controlling() == first ? second : first;
    }

    private boolean isControlledBy(SteveNode node) {
        return carPark.database().isControlledBy(node.name());
    }

    private void nothingWasOver() {
        assertThat(carPark.trueLoad().ampereSecondsOver()).isZero();
    }

    @Test
    void oneOfThemControlsAndBothShow() {
        assertThat(Stream.of(first, second).filter(this::isControlledBy)).hasSize(1);
        assertThat(first.reports()).hasSize(1);
        assertThat(second.reports()).hasSize(1);
        nothingWasOver();
    }

    @Test
    void whenOneDiesTheOtherTakesOverWithWhatWasStored() {
        SteveNode dying = controlling();
        SteveNode heir = other();
        carPark.steve().crash(dying, Duration.ofHours(4));
        run(TAKEN_OVER_WITHIN);
        assertThat(isControlledBy(heir)).isTrue();
        run(Duration.ofMinutes(10));
        assertThat(carPark.stations())
                .allSatisfy(station -> assertThat(heir.has(station)).isTrue());
        assertThat(carPark.cars().stream().mapToInt(Car::drawnMa).sum()).isGreaterThan(30_000);
        nothingWasOver();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 60, 300})
    void oneThatSleptSendsNothingThatTheOtherDoesNotKnow(int seconds) {
        for (int i = 0; i < 10; i++) {
            SteveNode sleeping = controlling();
            sleeping.freeze();
            carPark.stations().stream()
                    .filter(station -> carPark.random().nextBoolean())
                    .forEach(Station::disconnected);
            run(Duration.ofSeconds(seconds));
            sleeping.thaw();
            run(Duration.ofMinutes(5));
            assertThat(Stream.of(first, second).filter(this::isControlledBy)).hasSize(1);
        }
        nothingWasOver();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingIsOverWhateverDiesAndSleeps(long seed) {
        CarPark busy = RandomDay.onTwoNodes(seed);
        assertThat(busy.trueLoad().ampereSecondsOver()).isZero();
    }
}
