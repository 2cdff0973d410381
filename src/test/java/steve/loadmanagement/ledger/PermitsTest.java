/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demands;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.fact.StationFacts;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/** What may be sent now: cuts always, raises only into what is surely free. */
class PermitsTest {

    private final Site site = strandWith(perPhase(32), 2);
    private final EvseRef a = site.evses().get(0).ref();
    private final EvseRef b = site.evses().get(1).ref();
    private final Ledger ledger = new Ledger(LedgerPolicy.DEFAULT, List.of());
    private final Map<EvseRef, EvseFacts> evses = new HashMap<>();
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    private List<Setpoint> permitted() {
        Facts facts = new Facts(now, evses, Map.of("A", new StationFacts(true, now), "B", new StationFacts(true, now)));
        ledger.follow(site, facts);
        Snapshot snapshot = new Snapshot(now, site, Capacities.of(site), Demands.of(site, facts));
        Plan plan = new TreeAllocator().allocate(snapshot);
        return Permits.of(plan, snapshot, facts, ledger, new TreeAllocator()).setpoints();
    }

    private void acceptAll(List<Setpoint> setpoints) {
        for (Setpoint setpoint : setpoints) {
            ledger.sent(setpoint, now);
            ledger.came(new Outcome.Accepted(), setpoint, now, now);
        }
        now = now.plusSeconds(1);
    }

    private void charges(EvseRef evse, double current, int transaction) {
        Current draw = amps(current);
        Reading reading = new Reading(new ConductorCurrents(draw, draw, draw), null, null, null, now, now);
        evses.put(
                evse, new EvseFacts(EvseStatus.CHARGING, new Session(transaction, now.minusSeconds(9), now), reading));
    }

    private static Map<EvseRef, Current> grants(List<Setpoint> setpoints) {
        Map<EvseRef, Current> grants = new HashMap<>();
        for (Setpoint setpoint : setpoints) {
            if (setpoint instanceof Setpoint.Grant grant) {
                grants.put(grant.evse(), grant.current());
            }
        }
        return grants;
    }

    @Test
    void everyControlledEvseHasADefaultProfileFirst() {
        assertThat(permitted())
                .containsExactlyInAnyOrder(
                        new Setpoint.Default(a, Current.ZERO), new Setpoint.Default(b, Current.ZERO));
    }

    @Test
    void nobodyIsRaisedWhileAnotherOneMayBeUnconstrained() {
        charges(a, 0, 1);
        ledger.sent(new Setpoint.Default(a, Current.ZERO), now);
        ledger.came(new Outcome.Accepted(), new Setpoint.Default(a, Current.ZERO), now, now);
        assertThat(grants(permitted())).isEmpty();
    }

    @Test
    void aNewEvseOnAFullStrandIsGrantedNothingBeforeItsDefaultIsInForce() {
        Setpoint.Default blocked = new Setpoint.Default(a, Current.ZERO);
        Setpoint.Grant full = new Setpoint.Grant(a, 1, amps(32), Current.ZERO, LedgerPolicy.DEFAULT.deadMan());
        charges(a, 32, 1);
        ledger.follow(site, new Facts(now, evses, Map.of()));
        acceptAll(List.of(blocked, full));
        charges(b, 0, 2);
        assertThat(grants(permitted())).containsOnly(Map.entry(a, amps(16)));
        acceptAll(permitted());
        assertThat(grants(permitted())).doesNotContainKey(b);
        charges(a, 16, 1);
        assertThat(grants(permitted())).containsOnly(Map.entry(b, amps(16)));
    }

    @Test
    void aRaiseWaitsForTheCutThatPaysForIt() {
        acceptAll(permitted());
        charges(a, 0, 1);
        acceptAll(permitted());
        charges(a, 32, 1);
        permitted();
        charges(b, 0, 2);
        List<Setpoint> cut = permitted();
        assertThat(grants(cut)).containsOnly(Map.entry(a, amps(16)));
        acceptAll(cut);
        assertThat(grants(permitted())).isEmpty();
        charges(a, 16, 1);
        assertThat(grants(permitted())).containsOnly(Map.entry(b, amps(16)));
    }

    @Test
    void aGrantGoesOutOnlyWhenTheStationKnowsItsTransaction() {
        acceptAll(permitted());
        evses.put(a, new EvseFacts(EvseStatus.PREPARING, new Session(1, now, null), null));
        assertThat(grants(permitted())).isEmpty();
        now = now.plusMillis(999);
        assertThat(grants(permitted())).isEmpty();
        now = now.plusMillis(1);
        assertThat(grants(permitted())).containsKey(a);
    }

    @Test
    void aStationThatWasHeardAfterItsStartIsReadyAtOnce() {
        acceptAll(permitted());
        evses.put(a, new EvseFacts(EvseStatus.PREPARING, new Session(1, now, now), null));
        assertThat(grants(permitted())).containsKey(a);
    }

    @Test
    void whatStandsIsNotSaidAgain() {
        acceptAll(permitted());
        charges(a, 0, 1);
        acceptAll(permitted());
        charges(a, 32, 1);
        assertThat(permitted()).isEmpty();
    }

    @Test
    void aGrantIsSaidAgainBeforeItsDeadManFires() {
        acceptAll(permitted());
        charges(a, 0, 1);
        acceptAll(permitted());
        now = now.plusSeconds(16 * 60);
        charges(a, 32, 1);
        assertThat(grants(permitted())).containsOnly(Map.entry(a, amps(32)));
    }

    @Test
    void whoRefusedIsAskedAgainButNotAtOnce() {
        acceptAll(permitted());
        charges(a, 0, 1);
        Setpoint refused = permitted().getFirst();
        ledger.sent(refused, now);
        ledger.came(new Outcome.Rejected(), refused, now, now);
        now = now.plusSeconds(4);
        assertThat(grants(permitted())).isEmpty();
        now = now.plusSeconds(1);
        assertThat(grants(permitted())).containsKey(a);
    }

    @Test
    void whoIsNoLongerOursIsReleased() {
        acceptAll(permitted());
        Facts facts = new Facts(now, evses, Map.of("A", new StationFacts(true, now)));
        assertThat(Releases.of(ledger, List.of(), facts)).containsExactly(new Setpoint.Release(a));
    }
}
