/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import support.RandomSnapshots;
import support.RandomSnapshots.Style;

/** What holds for every plan, on seeded random trees. */
class InvariantsTest {

    private final TreeAllocator allocator = new TreeAllocator();

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 1500));
    }

    static IntStream fewSeeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 1500) / 5);
    }

    private PlanCheck check(Snapshot snapshot) {
        return new PlanCheck(snapshot, allocator.allocate(snapshot));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noLimitIsExceededAndNothingUsefulIsLeft(int seed) {
        PlanCheck check = check(RandomSnapshots.of(seed, Style.ANYTHING));
        check.noLimitIsExceeded();
        check.everybodyHasNothingOrAnAllowedCurrent();
        check.nothingIsLeftThatSomebodyCouldUse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sharesAreMaxMinFair(int seed) {
        check(RandomSnapshots.of(seed, Style.FINE)).sharesAreMaxMinFair();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unbalanceIsHeldAndSinglePhaseCarsGiveWayNoMoreThanNeeded(int seed) {
        PlanCheck check = check(RandomSnapshots.of(seed, Style.UNBALANCED));
        check.noLimitIsExceeded();
        check.everybodyHasNothingOrAnAllowedCurrent();
        check.nothingIsLeftThatSomebodyCouldUse();
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void largeTreesHoldToo(int seed) {
        PlanCheck check = check(RandomSnapshots.of(seed, Style.LARGE));
        check.noLimitIsExceeded();
        check.everybodyHasNothingOrAnAllowedCurrent();
        check.nothingIsLeftThatSomebodyCouldUse();
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void theOrderOfTheInputDoesNotShow(int seed) {
        Snapshot snapshot = RandomSnapshots.of(seed, Style.LARGE);
        Site turned = Site.of(
                snapshot.site().strands().reversed(), snapshot.site().evses().reversed());
        Snapshot shuffled = RandomSnapshots.shuffled(snapshot, seed + 1L);
        Snapshot other = new Snapshot(snapshot.now(), turned, snapshot.capacities(), shuffled.demands());
        assertThat(allocator.allocate(other)).isEqualTo(allocator.allocate(snapshot));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreCapacityNeverLowersTheSmallestShare(int seed) {
        Snapshot snapshot = RandomSnapshots.of(seed, Style.ROOMY);
        Map<StrandId, Capacity> capacities = new HashMap<>(snapshot.capacities());
        StrandId raised = List.copyOf(capacities.keySet()).get(seed % capacities.size());
        capacities.computeIfPresent(raised, (_, capacity) -> more(capacity));
        PlanCheck before = check(snapshot);
        PlanCheck after = check(new Snapshot(snapshot.now(), snapshot.site(), capacities, snapshot.demands()));
        assertThat(smallest(after, 100)).isGreaterThanOrEqualTo(smallest(before, 0));
    }

    private static Capacity more(Capacity capacity) {
        PhaseCurrents currents = capacity.currents();
        return new Capacity(
                currents == null ? null : currents.plus(PhaseCurrents.ofEach(Current.ofAmps(7))),
                capacity.currentSource(),
                null,
                capacity.powerSource());
    }

    private static double smallest(PlanCheck check, int more) {
        return check.cars().stream()
                .mapToDouble(car -> check.level(car, more))
                .min()
                .orElse(0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLaterTierCostsAnEarlierOneNothing(int seed) {
        Snapshot snapshot = RandomSnapshots.of(seed, new Style(40, 3, false, true, true));
        List<Demand> earlier =
                snapshot.demands().stream().filter(demand -> demand.tier() < 2).toList();
        Plan alone = allocator.allocate(new Snapshot(snapshot.now(), snapshot.site(), snapshot.capacities(), earlier));
        Plan together = allocator.allocate(snapshot);
        assertThat(granted(earlier, together)).isEqualTo(granted(earlier, alone));
    }

    private static List<Current> granted(List<Demand> demands, Plan plan) {
        return demands.stream()
                .map(demand -> requireNonNull(plan.of(demand.evse())).current())
                .toList();
    }
}
