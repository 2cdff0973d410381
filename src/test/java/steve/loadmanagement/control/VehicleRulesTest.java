/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Sites.amps;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.demand.VehicleNeed.OneSession;
import steve.loadmanagement.demand.VehicleNeed.Tags;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/** Vehicles that need more than 6 A, must not be paused, or sleep. */
class VehicleRulesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final EvseRef EVSE = new EvseRef("CP1", 1);
    private static final Demand DEMAND =
            new Demand(EVSE, amps(6), amps(16), Demand.Cause.RATING, null, 1, 1, Energy.ZERO, null, false);

    private static EvseFacts facts(String tag, double drawn, long at) {
        Current draw = amps(drawn);
        Instant now = NOON.plusSeconds(at);
        return new EvseFacts(
                EvseStatus.CHARGING,
                new Session(7, NOON, NOON, NOON, true, null, new IdTag(tag)),
                new Reading(new ConductorCurrents(draw, draw, draw), null, null, null, now, now));
    }

    private static Demand apply(VehicleRules rules, String tag, double drawn, long at) {
        return rules.apply(DEMAND, facts(tag, drawn, at), NOON.plusSeconds(at));
    }

    @Test
    void aGroupOfTagsHasAMinimumOfItsOwn() {
        VehicleRules rules =
                new VehicleRules(() -> List.of(new VehicleNeed(new Tags(new IdTag("ZOE*")), amps(8), true, false)));
        Demand zoe = apply(rules, "ZOE-17", 10, 0);
        assertThat(zoe.minimum()).isEqualTo(amps(8));
        assertThat(zoe.neverPause()).isTrue();
        assertThat(apply(rules, "OTHER", 10, 0)).isEqualTo(DEMAND);
    }

    @Test
    void oneSessionHasANeedOfItsOwnBeforeThatOfItsTag() {
        VehicleRules rules = new VehicleRules(() -> List.of(
                new VehicleNeed(new OneSession(7), amps(10), false, false),
                new VehicleNeed(new Tags(new IdTag("ZOE*")), amps(8), true, false)));
        assertThat(apply(rules, "ZOE-17", 10, 0).minimum()).isEqualTo(amps(10));
        assertThat(apply(rules, "ZOE-17", 10, 0).neverPause()).isFalse();
    }

    @Test
    void aNeedOfAnotherSessionIsNoneOfThisOne() {
        VehicleRules rules =
                new VehicleRules(() -> List.of(new VehicleNeed(new OneSession(8), amps(10), false, false)));
        assertThat(apply(rules, "ZOE-17", 10, 0)).isEqualTo(DEMAND);
    }

    @Test
    void aVehicleThatSleepsIsPulsedOnceASession() {
        VehicleRules rules =
                new VehicleRules(() -> List.of(new VehicleNeed(new Tags(new IdTag("S")), null, false, true)));
        assertThat(apply(rules, "S", 0, 0).ceiling()).isEqualTo(amps(16));
        assertThat(apply(rules, "S", 0, 599).ceiling()).isEqualTo(amps(16));
        assertThat(apply(rules, "S", 0, 600).ceiling()).isEqualTo(Current.ZERO);
        assertThat(apply(rules, "S", 0, 615).ceiling()).isEqualTo(Current.ZERO);
        assertThat(apply(rules, "S", 0, 620).ceiling()).isEqualTo(amps(16));
        assertThat(apply(rules, "S", 0, 5000).ceiling()).isEqualTo(amps(16));
    }

    @Test
    void aMinimumBelowWhatTheNormAllowsIsRefused() {
        assertThatThrownBy(() -> new VehicleNeed(new Tags(new IdTag("S")), amps(5), false, false))
                .hasMessage("a minimum current is from 6.0 A to 32.0 A, not 5.0 A");
    }
}
