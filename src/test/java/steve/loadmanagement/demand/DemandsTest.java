/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.kilowatts;
import static support.Sites.strand;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.fact.StationClock;
import steve.loadmanagement.fact.StationFacts;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Margin;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/** Who wants how much, from what was seen. */
class DemandsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Appetite.Rules RULES = Appetite.Rules.DEFAULT;
    private static final EvseRef CAR = evse("CAR");

    private static Site site(boolean closedLoop) {
        Strand plain = strand(1, null, kilowatts(50));
        Strand strand = new Strand(
                plain.id(),
                plain.name(),
                null,
                plain.rating(),
                plain.voltage(),
                plain.fallback(),
                plain.mode(),
                plain.sharing(),
                null,
                Margin.NONE,
                closedLoop);
        return Site.of(List.of(strand), List.of(evse("CAR", 1), evse("IDLE", 1), evse("GONE", 1)));
    }

    /** CAR charges, IDLE has no session, GONE has one and no connection. */
    private static Facts facts(@Nullable IdTag tag) {
        Session session = new Session(7, NOON, NOON, NOON, true, null, tag);
        Map<EvseRef, EvseFacts> evses = new HashMap<>();
        evses.put(CAR, new EvseFacts(EvseStatus.CHARGING, session, null));
        evses.put(evse("GONE"), new EvseFacts(EvseStatus.CHARGING, session, null));
        StationFacts here = new StationFacts(true, NOON, NOON, null, StationClock.UNKNOWN);
        return new Facts(NOON, evses, Map.of("CAR", here, "IDLE", here));
    }

    private static Demand demand(Site site, Facts facts, Demands.Known known) {
        List<Demand> demands = Demands.of(site, facts, known);
        assertThat(demands).hasSize(1);
        return demands.getFirst();
    }

    /** A quarter of an hour of readings, one a minute. */
    private static Usage usage(Current granted, double l1, double l2, double l3) {
        Usage usage = Usage.of(7);
        for (int minute = 0; minute < 15; minute++) {
            Instant at = NOON.plus(Duration.ofMinutes(minute));
            ConductorCurrents currents = new ConductorCurrents(amps(l1), amps(l2), amps(l3));
            usage = usage.after(new Reading(currents, null, null, null, at, at), granted, RULES);
        }
        return usage;
    }

    private static Demands.Known known(Usage usage) {
        return new Demands.Known(List.of(), Map.of(), Map.of(CAR, usage), _ -> null);
    }

    @Test
    void whoChargesAndCanBeReachedWantsAllThatItsEvseBears() {
        assertThat(Demands.of(site(false), facts(null)))
                .containsExactly(
                        new Demand(CAR, amps(6), amps(32), Demand.Cause.RATING, null, 1, 1, Energy.ZERO, null, false));
    }

    @Test
    void inAClosedLoopTheCeilingIsWhatItTakesAndAMargin() {
        Usage tenAmperes = usage(amps(32), 10, 10, 10);
        assertThat(demand(site(true), facts(null), known(tenAmperes)))
                .extracting(Demand::ceiling, Demand::cause)
                .containsExactly(amps(12), Demand.Cause.MEASURED);
        assertThat(demand(site(false), facts(null), known(tenAmperes)))
                .extracting(Demand::ceiling, Demand::cause)
                .containsExactly(amps(32), Demand.Cause.RATING);
    }

    @Test
    void aVehicleThatTakesNothingComesAfterAllOthersWithItsMinimum() {
        assertThat(demand(site(true), facts(null), known(usage(amps(16), 0.3, 0, 0))))
                .extracting(Demand::tier, Demand::minimum, Demand::ceiling)
                .containsExactly(1001, amps(6), amps(6));
        assertThat(demand(site(false), facts(null), known(usage(amps(16), 0.3, 0, 0)))
                        .tier())
                .as("not where the loop is open")
                .isEqualTo(1);
    }

    @Test
    void priorityGoesByTagOrEvseWhileItLasts() {
        Priority byTag = new Priority(new IdTag("Boss"), null, 0, NOON, null);
        Priority byEvse = new Priority(null, CAR, 0, NOON.minusSeconds(60), NOON);
        Priority elsewhere = new Priority(null, evse("IDLE"), 0, NOON, null);
        Site site = site(false);
        assertThat(demand(site, facts(new IdTag("BOSS")), known(byTag)).tier()).isZero();
        assertThat(demand(site, facts(new IdTag("guest")), known(byTag)).tier()).isEqualTo(1);
        assertThat(demand(site, facts(null), known(byTag)).tier()).isEqualTo(1);
        assertThat(demand(site, facts(null), known(byEvse)).tier())
                .as("over since this moment")
                .isEqualTo(1);
        assertThat(demand(site, facts(null), known(elsewhere)).tier()).isEqualTo(1);
    }

    private static Demands.Known known(Priority priority) {
        return new Demands.Known(List.of(priority), Map.of(), Map.of(), _ -> null);
    }

    @Test
    void whatCannotBeToldLessIsGivenMoreUnlessItIsPaused() {
        Demand demand = Demands.of(site(false), facts(null)).getFirst();
        assertThat(demand.upTo(amps(10)).atLeast(amps(18)))
                .extracting(Demand::minimum, Demand::ceiling)
                .containsExactly(amps(18), amps(18));
        assertThat(demand.upTo(amps(0)).atLeast(amps(18)).ceiling()).isEqualTo(amps(0));
        assertThat(demand.atLeast(amps(5))).isEqualTo(demand);
    }
}
