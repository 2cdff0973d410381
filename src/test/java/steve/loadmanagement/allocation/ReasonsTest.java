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
import static support.Sites.evse;
import static support.Sites.kilowatts;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Wiring;
import support.Sites;

/** What a plan says about itself, word for word. */
class ReasonsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final TreeAllocator ALLOCATOR = new TreeAllocator();

    /** A garage with two strands, one of them cut down by an operator; one strand that is off. */
    private static Snapshot garage() {
        Site site = Site.of(
                List.of(
                        strand(1, null, kilowatts(50)),
                        strand(2, 1, perPhase(63)),
                        strand(3, 1, perPhase(32)),
                        strand(4, 1, perPhase(16)),
                        strand(5, 1, perPhase(16))),
                List.of(
                        evse("A", 2),
                        evse("B", 2),
                        evse("C", 3),
                        evse("D", 3),
                        evse("E", 3, Wiring.L2_ONLY, 16),
                        evse("F", 4),
                        evse("G", 2)));
        Map<StrandId, Capacity> capacities = new HashMap<>(Capacities.of(site));
        capacities.put(
                new StrandId(3),
                new Capacity(PhaseCurrents.ofEach(amps(14)), LimitSource.OPERATOR, null, LimitSource.RATING));
        capacities.put(
                new StrandId(4),
                new Capacity(PhaseCurrents.ofEach(amps(-2)), LimitSource.EXTERNAL, null, LimitSource.RATING));
        List<Evse> evses = site.evses();
        List<Demand> demands = List.of(
                Sites.demand(evses.get(0), 3, 0),
                Sites.demand(evses.get(1), 3, 1),
                measured(evses.get(2)),
                served(evses.get(3), 900),
                served(evses.get(4), 400),
                Sites.demand(evses.get(5)),
                Sites.demand(evses.get(6)).upTo(amps(5)),
                Sites.demand(evse("ELSEWHERE", 1)));
        return new Snapshot(NOON, site, capacities, demands);
    }

    private static Demand measured(Evse evse) {
        return new Demand(evse.ref(), amps(6), amps(7.5), Demand.Cause.MEASURED, 3, 1, 1, Energy.ZERO, null, false);
    }

    private static Demand served(Evse evse, long wattHours) {
        return new Demand(
                evse.ref(),
                amps(6),
                evse.rating(),
                Demand.Cause.RATING,
                null,
                1,
                1,
                Energy.ofWattHours(wattHours),
                null,
                false);
    }

    /** A golden file without the line of its licence. */
    private static String golden(String name) {
        try (var in = ReasonsTest.class.getResourceAsStream("/golden/" + name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPlanExplainsItselfInEnglish() {
        Snapshot snapshot = garage();
        assertThat(ALLOCATOR.allocate(snapshot).explain(snapshot)).isEqualTo(golden("garage.txt"));
    }

    @Test
    void aPlanExplainsItselfInGerman() {
        Snapshot snapshot = garage();
        assertThat(ALLOCATOR.allocate(snapshot).explain(snapshot, Locale.GERMAN))
                .isEqualTo(golden("garage_de.txt"));
    }

    @Test
    void theLadderStandsOnTheLimitThatDecides() {
        Snapshot snapshot = garage();
        assertThat(Ladder.of(Sites.evse("B"), snapshot, ALLOCATOR).explain(snapshot, Locale.ROOT))
                .isEqualTo("""
                  32.0 A  EVSE, what its hardware bears
                  31.7 A  50.0 kW of strand S1 (fuse)
                  31.0 A  63.0 A on L1 of strand S2 (fuse)
                  31.0 A  63.0 A on L2 of strand S2 (fuse)
                  31.0 A  63.0 A on L3 of strand S2 (fuse)
                  31.0 A  Rounded down to what the station takes
                """);
        assertThat(Ladder.of(Sites.evse("NOBODY"), snapshot, ALLOCATOR).rungs()).isEmpty();
    }

    @Test
    void whatWouldHelpIsTriedOnTheSameSnapshot() {
        Snapshot snapshot = garage();
        assertThat(WhatWouldHelp.of(Sites.evse("D"), snapshot, ALLOCATOR).explain(snapshot, Locale.ROOT))
                .isEqualTo("""
                Priority for this vehicle: it gets 14.0 A.
                Its vehicle seen to use one phase: it gets 8.0 A.
                10 A or 10 kW more in 14.0 A on L2 of strand S3 (operator): it gets 6.0 A.
                """);
        assertThat(WhatWouldHelp.of(Sites.evse("A"), snapshot, ALLOCATOR).helps())
                .isEmpty();
    }

    @Test
    void priorityUsersWhoDoNotAllFitAreTold() {
        Site site = Sites.strandWith(perPhase(40), 3);
        List<Demand> demands = List.of(
                Sites.demand(site.evses().get(0), 3, 0),
                Sites.demand(site.evses().get(1), 3, 0),
                Sites.demand(site.evses().get(2), 3, 1));
        Snapshot snapshot = new Snapshot(NOON, site, Capacities.of(site), demands);
        Plan plan = ALLOCATOR.allocate(snapshot);
        assertThat(plan.allocations().stream().map(a -> Explanation.of(a, snapshot)))
                .containsExactly(
                        "2 EVSEs share 40.0 A on L1 of strand S1 (fuse) equally, up to 13.8 kW each. "
                                + "It has priority, but there is not enough for all that have.",
                        "2 EVSEs share 40.0 A on L1 of strand S1 (fuse) equally, up to 13.8 kW each. "
                                + "It has priority, but there is not enough for all that have.",
                        "Paused: priority users take all of the 40.0 A on L1 of strand S1 (fuse).");
    }
}
