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
import static support.Sites.amps;
import static support.Sites.demand;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;
import static support.Sites.strandWith;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Wiring;
import support.Sites;

/** Who gets how much: the whole plan at once. */
class TreeAllocatorTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static Plan plan(Site site, List<Demand> demands) {
        return new TreeAllocator().allocate(new Snapshot(NOON, site, Capacities.of(site), demands));
    }

    private static Plan planForAll(Site site) {
        return plan(site, site.evses().stream().map(Sites::demand).toList());
    }

    private static int[] milliamps(Plan plan) {
        return plan.allocations().stream()
                .mapToInt(a -> a.current().milliamps())
                .toArray();
    }

    @Test
    void whatRoundingLeavesGoesToThoseWhomItCut() {
        Site site = Site.of(
                List.of(strand(1, null, perPhase(31.2))),
                Stream.of("A", "B", "C", "D")
                        .map(name -> inWholeAmperes(evse(name, 1), name.equals("A") ? 9 : 6))
                        .toList());
        assertThat(milliamps(planForAll(site))).containsExactly(9_000, 8_000, 7_000, 7_000);
    }

    private static Evse inWholeAmperes(Evse evse, double minimum) {
        return new Evse(
                evse.ref(),
                evse.strand(),
                evse.wiring(),
                evse.rating(),
                amps(minimum),
                amps(1),
                evse.fallback(),
                evse.weight(),
                evse.controllable(),
                evse.neverPause(),
                evse.traits());
    }

    @Test
    void aPriorityUserGetsTheMaximumAndTheOthersShareTheRest() {
        Site site = strandWith(perPhase(60), 4);
        List<Demand> demands = List.of(
                demand(site.evses().get(0)),
                demand(site.evses().get(1), null, 0),
                demand(site.evses().get(2)),
                demand(site.evses().get(3)));
        assertThat(milliamps(plan(site, demands))).containsExactly(9_400, 32_000, 9_300, 9_300);
    }

    @Test
    void everybodyRisesTogetherUntilTheirOwnCableIsFull() {
        Site site = Site.of(
                List.of(strand(1, null, perPhase(60)), strand(2, 1, perPhase(16)), strand(3, 1, perPhase(63))),
                List.of(evse("A", 2), evse("B", 2), evse("C", 3), evse("D", 3)));
        Plan plan = planForAll(site);
        assertThat(milliamps(plan)).containsExactly(8_000, 8_000, 22_000, 22_000);
        assertThat(Explanation.of(plan.allocations().get(0), snapshot(site)))
                .isEqualTo("2 EVSEs share 16.0 A on L1 of strand S2 (fuse) equally, up to 5.5 kW each.");
        assertThat(Explanation.of(plan.allocations().get(2), snapshot(site)))
                .isEqualTo("4 EVSEs share 60.0 A on L1 of strand S1 (fuse) equally, up to 15.2 kW each.");
    }

    private static Snapshot snapshot(Site site) {
        return new Snapshot(NOON, site, Capacities.of(site), List.of());
    }

    @Test
    void equalPowerGivesTheSinglePhaseCarThreeTimesTheCurrent() {
        Evse three = evse("A", 1);
        Evse single = evse("B", 1, Wiring.L1_ONLY, 32);
        Site site = Site.of(List.of(strand(1, null, perPhase(32))), List.of(three, single));
        assertThat(milliamps(planForAll(site))).containsExactly(8_000, 24_000);
    }

    @Test
    void singlePhaseCarsOnDifferentPhasesDoNotShare() {
        Site site = Site.of(
                List.of(strand(1, null, perPhase(20))),
                List.of(
                        evse("A", 1, Wiring.L1_ONLY, 32),
                        evse("B", 1, Wiring.L2_ONLY, 32),
                        evse("C", 1, Wiring.L2_ONLY, 32)));
        assertThat(milliamps(planForAll(site))).containsExactly(20_000, 10_000, 10_000);
    }

    @Test
    void unknownWiringCountsOnEveryPhase() {
        Site site = Site.of(
                List.of(strand(1, null, perPhase(20))),
                List.of(evse("A", 1, Wiring.UNKNOWN, 32), evse("B", 1, Wiring.L2_ONLY, 32)));
        assertThat(plan(
                                site,
                                List.of(
                                        demand(site.evses().get(0), 1, 1),
                                        demand(site.evses().get(1), 1, 1)))
                        .allocations())
                .extracting(Allocation::current)
                .containsExactly(amps(10), amps(10));
    }

    @Test
    void whoCannotHaveTheMinimumWaitsAndIsToldWhy() {
        Site site = strandWith(perPhase(14), 3);
        Plan plan = planForAll(site);
        assertThat(milliamps(plan)).containsExactly(7_000, 7_000, 0);
        assertThat(Explanation.of(plan.allocations().get(2), snapshot(site)))
                .isEqualTo(
                        "Waits, place 1: no room for another minimum current in 14.0 A on L1 of strand S1 (fuse). Next turn at 12:15 UTC.");
    }

    @Test
    void nobodyWaitsWhoCouldHaveTheMinimum() {
        Site site = Site.of(
                List.of(strand(1, null, perPhase(20)), strand(2, 1, perPhase(6))),
                List.of(evse("A", 2), evse("B", 2), evse("C", 1)));
        assertThat(milliamps(planForAll(site))).containsExactly(6_000, 0, 14_000);
    }

    @Test
    void theOrderOfTheInputDoesNotShow() {
        Site site = strandWith(perPhase(47), 5);
        List<Demand> demands = site.evses().stream().map(Sites::demand).toList();
        assertThat(plan(site, demands.reversed())).isEqualTo(plan(site, demands));
    }

    @Test
    void anEvseThatIsNotOnTheSiteGetsNothing() {
        Site site = strandWith(perPhase(47), 1);
        Plan plan = plan(site, List.of(demand(evse("ELSEWHERE", 1))));
        assertThat(milliamps(plan)).containsExactly(0);
        assertThat(plan.allocations().getFirst().reason()).isInstanceOf(Reason.Elsewhere.class);
    }
}
