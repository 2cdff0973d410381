/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Energy;
import support.Sites;

/** Who charges when not everybody can have the minimum: slot by slot. */
class TurnsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration SLOT = Slots.QUARTER_HOURS.length();

    private static Demand demand(Evse evse, int tier, long served, @Nullable Instant since, boolean neverPause) {
        return new Demand(
                evse.ref(),
                evse.minimum(),
                evse.rating(),
                Demand.Cause.RATING,
                3,
                tier,
                1,
                Energy.ofWattHours(served),
                since,
                neverPause);
    }

    private static List<String> charging(Site site, List<Demand> demands, Instant now) {
        return new TreeAllocator()
                .allocate(new Snapshot(now, site, Capacities.of(site), demands)).allocations().stream()
                        .filter(allocation -> !allocation.current().isZero())
                        .map(allocation -> allocation.evse().chargeBoxId())
                        .toList();
    }

    /** Room for one: A and B, each with tier, energy, minutes since its turn began, and whether it is never paused. */
    @ParameterizedTest
    @CsvSource({
        "1 500  - may,   1 100 - may,   B, least served first",
        "1 500  5 may,   1 100 - may,   A, an incumbent keeps its slot",
        "1 500 20 may,   1 100 - may,   B, its turn was in an earlier slot",
        "1 500  - may,   1 500 - may,   A, then by name",
        "0 500  - may,   1 100 5 may,   A, the earlier tier first",
        "1 500 20 never, 1 100 5 may,   A, who is never paused keeps its minimum",
        "1 500  - never, 1 100 5 may,   B, but it has nothing to keep while it waits",
        "1 500  - never, 1 100 - may,   A, and then it goes first"
    })
    void oneOfTwoHasItsTurn(String a, String b, String first, String why) {
        Site site = strandWith(perPhase(7), 2);
        Instant now = NOON.plus(Duration.ofMinutes(7));
        List<Demand> demands =
                List.of(demand(site.evses().get(0), a, now), demand(site.evses().get(1), b, now));
        assertThat(charging(site, demands, now)).as(why).containsExactly(first);
    }

    private static Demand demand(Evse evse, String text, Instant now) {
        String[] words = text.strip().split(" +");
        @Nullable
        Instant since = words[2].equals("-") ? null : now.minus(Duration.ofMinutes(Integer.parseInt(words[2])));
        return demand(evse, Integer.parseInt(words[0]), Long.parseLong(words[1]), since, words[3].equals("never"));
    }

    /** With equal vehicles nobody waits longer than n / k slots, rounded up; nobody is moved within a slot. */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2", "7, 3", "9, 4", "10, 1"})
    void everybodyHasATurnWithinTheBound(int cars, int places) {
        Site site = strandWith(perPhase(6.5 * places), cars);
        Map<EvseRef, Long> served = new HashMap<>();
        Map<EvseRef, Instant> since = new HashMap<>();
        Map<EvseRef, Integer> waited = new HashMap<>();
        int longest = 0;
        for (int slot = 0; slot < 60; slot++) {
            Instant start = NOON.plus(SLOT.multipliedBy(slot));
            List<String> turn = cycle(site, served, since, start);
            for (int minute = 1; minute < 15; minute++) {
                assertThat(cycle(site, served, since, start.plus(Duration.ofMinutes(minute))))
                        .isEqualTo(turn);
            }
            assertThat(turn).hasSize(places);
            for (Evse evse : site.evses()) {
                int waits = turn.contains(evse.ref().chargeBoxId()) ? 0 : waited.getOrDefault(evse.ref(), 0) + 1;
                waited.put(evse.ref(), waits);
                longest = Math.max(longest, waits);
            }
        }
        assertThat(longest).isLessThanOrEqualTo(Math.ceilDiv(cars, places));
    }

    /** One minute: plans, and counts energy and turns as the control cycle does. */
    private static List<String> cycle(Site site, Map<EvseRef, Long> served, Map<EvseRef, Instant> since, Instant now) {
        List<Demand> demands = new ArrayList<>();
        for (Evse evse : site.evses()) {
            demands.add(demand(evse, 1, served.getOrDefault(evse.ref(), 0L), since.get(evse.ref()), false));
        }
        List<String> turn = charging(site, demands, now);
        for (Evse evse : site.evses()) {
            if (!turn.contains(evse.ref().chargeBoxId())) {
                since.remove(evse.ref());
            } else {
                served.merge(evse.ref(), 70L, Long::sum);
                since.merge(evse.ref(), now, (old, _) -> old.isBefore(Slots.QUARTER_HOURS.startOf(now)) ? now : old);
            }
        }
        return turn;
    }

    /** With other minimums, other energies of a turn and other energies before, by the sum that {@link TurnOrder} gives. */
    @ParameterizedTest
    @MethodSource("seeds")
    void unequalVehiclesWaitNoLongerThanTheirBoundSays(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Car> cars = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(7); i++) {
            cars.add(new Car(
                    "C" + i, 6 + 2 * random.nextInt(3), LEAST_WH * (1 + random.nextInt(8)), random.nextInt(4_000)));
        }
        int capacity = 10 + random.nextInt(20);
        Site site = Site.of(
                List.of(Sites.strand(1, null, perPhase(capacity))),
                cars.stream().map(Car::evse).toList());
        for (int slot = 0; slot < 100; slot++) {
            List<Demand> demands = cars.stream().map(Car::demand).toList();
            List<String> turn = charging(site, demands, NOON.plus(SLOT.multipliedBy(slot)));
            for (Car car : cars) {
                car.endSlot(turn.contains(car.name), cars, capacity / 10);
            }
            cars.forEach(car -> car.count(turn.contains(car.name)));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static final long LEAST_WH = 345;

    /** Has so much energy of each of its turns. */
    private static final class Car {

        final String name;
        private final int minimumA;
        private final long turnWh;
        private long served;
        private int waited;
        private long mayWait;

        Car(String name, int minimumA, long turnWh, long served) {
            this.name = name;
            this.minimumA = minimumA;
            this.turnWh = turnWh;
            this.served = served;
        }

        Evse evse() {
            return Sites.evse(name, 1);
        }

        Demand demand() {
            Evse evse = evse();
            return new Demand(
                    evse.ref(),
                    Sites.amps(minimumA),
                    evse.rating(),
                    Demand.Cause.RATING,
                    3,
                    0,
                    1,
                    Energy.ofWattHours(served),
                    null,
                    false);
        }

        void endSlot(boolean hadItsTurn, List<Car> all, int placesAtLeast) {
            if (hadItsTurn) {
                waited = 0;
                return;
            }
            if (waited == 0) {
                long passed = all.stream()
                        .filter(other -> other != this)
                        .mapToLong(other -> Math.max(0, served - other.served) / LEAST_WH + 1)
                        .sum();
                mayWait = Math.ceilDiv(passed, placesAtLeast);
            }
            waited++;
            assertThat((long) waited).as(name).isLessThanOrEqualTo(mayWait);
        }

        void count(boolean hadItsTurn) {
            served += hadItsTurn ? turnWh : 0;
        }
    }

    @Test
    void slotsAreAlignedToTheClock() {
        Instant now = Instant.parse("2026-06-01T12:44:59Z");
        assertThat(Slots.QUARTER_HOURS.startOf(now)).isEqualTo("2026-06-01T12:30:00Z");
        assertThat(Slots.QUARTER_HOURS.endOf(now)).isEqualTo("2026-06-01T12:45:00Z");
    }
}
