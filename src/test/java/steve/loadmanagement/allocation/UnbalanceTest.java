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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;
import support.Sites;

/** Who gives way where the phases of a strand may differ by so much only. */
class UnbalanceTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static Snapshot snapshot(Limit limit, double unbalance, String wirings) {
        Strand strand = new Strand(
                new StrandId(1),
                "S1",
                null,
                limit,
                Voltage.NOMINAL,
                new Fallback.Block(),
                Mode.ACTIVE,
                Sharing.DEFAULT,
                amps(unbalance));
        List<Evse> evses = new ArrayList<>();
        for (String wiring : wirings.split(" ")) {
            evses.add(evse("CP" + evses.size(), 1, Wiring.valueOf(wiring), 32));
        }
        Site site = Site.of(List.of(strand), evses);
        List<Demand> demands = site.evses().stream().map(Sites::demand).toList();
        return new Snapshot(NOON, site, Capacities.of(site), demands);
    }

    private static double[] currents(Snapshot snapshot) {
        return new TreeAllocator()
                .allocate(snapshot).allocations().stream()
                        .mapToDouble(allocation -> allocation.current().milliamps() / 1000.0)
                        .toArray();
    }

    /** Limit 20 A, room for all. */
    @ParameterizedTest
    @CsvSource({
        "L1_ONLY, 20, one car is held to the limit itself",
        "L1_ONLY L1L2L3, 20 32, a three-phase car makes no difference and loses nothing",
        "L1_ONLY L2_ONLY, 20 20, the third phase is the lightest",
        "L1_ONLY L2_ONLY L3_ONLY, 32 32 32, one on each phase cancels out",
        "L1_ONLY L1_ONLY L2_ONLY L3_ONLY, 26 26 32 32, two share what the others and the limit allow",
        "L1_ONLY L1_ONLY L1_ONLY L2_ONLY L3_ONLY, 17.4 17.3 17.3 32 32, and three",
        "UNKNOWN L1_ONLY, 32 20, unknown wiring counts on all phases alike",
        "L1_ONLY L1_ONLY L1_ONLY L1_ONLY, 6.7 6.7 6.6 0, whose minimum does not fit waits"
    })
    void singlePhaseCarsGiveWayNoMoreThanNeeded(String wirings, String expected, String why) {
        double[] currents = currents(snapshot(perPhase(500), 20, wirings));
        assertThat(currents)
                .as(why)
                .containsExactly(Arrays.stream(expected.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    @Test
    void twoCarsOnOnePhaseMayChargeBecauseOthersDoOnTheOtherPhases() {
        assertThat(currents(snapshot(perPhase(500), 5, "L1_ONLY L2_ONLY L3_ONLY")))
                .containsExactly(32, 32, 32);
        assertThat(currents(snapshot(perPhase(500), 5, "L1_ONLY L2_ONLY"))).containsExactly(0, 0);
    }

    /** 18.4 kW are 80 A in all: without the limit 20 A each, a difference of 40 A. */
    @Test
    void whatTheHeavyPhaseMustLeaveGoesToTheLightOnes() {
        double[] currents = currents(snapshot(kilowatts(19), 10, "L1_ONLY L1_ONLY L1_ONLY L2_ONLY L3_ONLY"));
        assertThat(currents[0] + currents[1] + currents[2] - currents[3])
                .isLessThanOrEqualTo(10.0001)
                .isGreaterThan(9.6);
        assertThat(Arrays.stream(currents).sum()).isGreaterThan(82.3);
    }

    @Test
    void theReasonNamesTheHeavyPhase() {
        Snapshot snapshot = snapshot(perPhase(500), 20, "L1_ONLY L1L2L3");
        Plan plan = new TreeAllocator().allocate(snapshot);
        assertThat(Explanation.of(plan.allocations().getFirst(), snapshot))
                .isEqualTo("All of the 20.0 A difference between phases, heavier on L1 of strand S1 (fuse).");
    }
}
