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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Wiring;
import support.Sites;

/** What holds for every plan, on seeded random trees. */
class InvariantsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static Snapshot random(Random random) {
        List<Strand> strands = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int id = 1; id <= count; id++) {
            Integer parent = id == 1 ? null : (Integer) (1 + random.nextInt(id - 1));
            strands.add(Sites.strand(
                    id,
                    parent,
                    random.nextBoolean()
                            ? Sites.perPhase(1 + random.nextInt(120))
                            : Sites.kilowatts(1 + random.nextInt(60))));
        }
        List<Evse> evses = new ArrayList<>();
        int cars = 1 + random.nextInt(40);
        for (int i = 0; i < cars; i++) {
            Wiring wiring = Wiring.values()[random.nextInt(Wiring.values().length)];
            evses.add(Sites.evse("CP" + i, 1 + random.nextInt(count), wiring, 16 + 16 * random.nextInt(2)));
        }
        Site site = Site.of(strands, evses);
        List<Demand> demands = new ArrayList<>(evses.stream()
                .map(evse -> Sites.demand(
                        evse, random.nextBoolean() ? null : (Integer) (1 + random.nextInt(3)), random.nextInt(3)))
                .toList());
        Collections.shuffle(demands, random);
        return new Snapshot(NOON, site, Capacities.of(site), demands);
    }

    private static PhaseCurrents load(Snapshot snapshot, Plan plan, Strand strand) {
        PhaseCurrents load = PhaseCurrents.ZERO;
        for (Demand demand : snapshot.demands()) {
            Evse evse = snapshot.site().evse(demand.evse());
            Allocation allocation = plan.of(demand.evse());
            if (evse != null
                    && allocation != null
                    && snapshot.site().wayToRoot(evse.strand()).contains(strand)) {
                int phases = demand.phasesUsed() == null ? 3 : demand.phasesUsed();
                load = load.plus(evse.wiring().spread(allocation.current(), phases));
            }
        }
        return load;
    }

    private static int watts(Snapshot snapshot, Plan plan, Strand strand) {
        long milliampsTimesPhases = 0;
        for (Demand demand : snapshot.demands()) {
            Evse evse = snapshot.site().evse(demand.evse());
            Allocation allocation = plan.of(demand.evse());
            if (evse != null
                    && allocation != null
                    && snapshot.site().wayToRoot(evse.strand()).contains(strand)) {
                int used = demand.phasesUsed() == null ? 3 : demand.phasesUsed();
                milliampsTimesPhases += (long) allocation.current().milliamps()
                        * Math.min(used, evse.wiring().conductorCount());
            }
        }
        return Math.toIntExact(
                Math.ceilDiv(milliampsTimesPhases * strand.voltage().volts(), 1000L));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noLimitIsExceededAndNobodyIsBetweenZeroAndMinimum(int seed) {
        Snapshot snapshot = random(new Random(seed));
        Plan plan = new TreeAllocator().allocate(snapshot);
        for (Strand strand : snapshot.site().strands()) {
            PhaseCurrents currents = strand.rating().currents();
            if (currents != null) {
                assertThat(load(snapshot, plan, strand).fitsIn(currents)).isTrue();
            }
            if (strand.rating().power() != null) {
                assertThat(watts(snapshot, plan, strand))
                        .isLessThanOrEqualTo(strand.rating().power().watts());
            }
        }
        assertThat(plan.allocations()).hasSameSizeAs(snapshot.demands()).allSatisfy(allocation -> {
            Demand demand = snapshot.demands().stream()
                    .filter(d -> d.evse().equals(allocation.evse()))
                    .findFirst()
                    .orElseThrow();
            Current current = allocation.current();
            assertThat(current.isZero() || !demand.minimum().isMoreThan(current))
                    .isTrue();
            assertThat(current).isLessThanOrEqualTo(demand.ceiling());
            assertThat(current.milliamps() % 100).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheInputDoesNotShow(int seed) {
        Snapshot snapshot = random(new Random(seed));
        List<Demand> shuffled = new ArrayList<>(snapshot.demands());
        Collections.shuffle(shuffled, new Random(seed + 1L));
        Snapshot other = new Snapshot(NOON, snapshot.site(), snapshot.capacities(), shuffled);
        assertThat(new TreeAllocator().allocate(other)).isEqualTo(new TreeAllocator().allocate(snapshot));
    }
}
