/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.demand.Appetite;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.Demands;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.demand.Usage;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/**
 * What the running sessions have had so far, and whose turn it is. A turn begins when a plan admits an EVSE, and anew at the
 * first plan of a slot that admits it; it ends with a plan that gives it nothing, or with its session. Lost at a restart:
 * then nobody is an incumbent, and energy counts from then on. For the control thread.
 */
final class Turns {

    private final Slots slots;
    private final Map<EvseRef, Usage> usages = new HashMap<>();
    private final Map<EvseRef, Instant> turns = new HashMap<>();
    private final Map<EvseRef, Instant> countedTo = new HashMap<>();

    Turns(Slots slots) {
        this.slots = slots;
    }

    /** Takes in the newest readings of a site. What a session had ends with it. */
    void follow(Site site, Facts facts, Ledger ledger) {
        for (Evse evse : site.evses()) {
            Session session = facts.of(evse.ref()).session();
            Usage known = usages.get(evse.ref());
            if (session == null || known == null || known.transactionId() != session.transactionId()) {
                usages.remove(evse.ref());
                end(evse.ref());
            }
            if (session != null) {
                Current granted = ledger.entry(evse.ref()).grant().commanded();
                usages.put(evse.ref(), used(evse.ref(), session, facts, granted == null ? Current.ZERO : granted));
            }
        }
    }

    private Usage used(EvseRef evse, Session session, Facts facts, Current granted) {
        Usage usage = usages.getOrDefault(evse, Usage.of(session.transactionId()));
        var reading = facts.of(evse).reading();
        return reading == null ? usage : usage.after(reading, granted, Appetite.Rules.DEFAULT);
    }

    /** Takes in who has the turn by this plan. */
    void follow(Plan plan, Snapshot planned) {
        Instant now = planned.now();
        Instant slotStart = slots.startOf(now);
        for (Allocation allocation : plan.allocations()) {
            EvseRef evse = allocation.evse();
            @Nullable Instant since = turns.get(evse);
            if (allocation.current().isZero()) {
                end(evse);
            } else if (since == null || since.isBefore(slotStart)) {
                turns.put(evse, now);
            }
        }
        planned.demands().forEach(demand -> count(demand, planned.site(), now));
    }

    /** Counts what the turn offers from the last cycle to this one. */
    private void count(Demand demand, Site site, Instant now) {
        Evse evse = site.evse(demand.evse());
        if (evse == null || !turns.containsKey(evse.ref())) {
            return;
        }
        Instant from = countedTo.getOrDefault(evse.ref(), now);
        countedTo.put(evse.ref(), now);
        int phases = evse.wiring().counted(demand.phasesUsed());
        usages.computeIfPresent(
                evse.ref(), (_, usage) -> usage.offered(evse.minimum(), phases, Duration.between(from, now)));
    }

    private void end(EvseRef evse) {
        turns.remove(evse);
        countedTo.remove(evse);
    }

    /** All this, for the demands. */
    Demands.Known known(List<Priority> priorities, Demands.PhasesUsed phasesUsed) {
        return new Demands.Known(priorities, turns, usages, phasesUsed);
    }
}
