/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Explanation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.Demands;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.ledger.Committed;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.Permit;
import steve.loadmanagement.ledger.Permits;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.ledger.WriteBudget;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * One pass over one site: facts in, permitted setpoints out. Starts from the facts each time; what survives it is the
 * ledger, and what the running sessions have had ({@link Turns}).
 */
final class ControlCycle {

    private final Allocator allocator;
    private final Ledger ledger;
    private final Sender sender;
    private final Turns turns;
    private final DemandRules rules;
    private final GridWatch grid;

    ControlCycle(Allocator allocator, Ledger ledger, Sender sender, Turns turns, DemandRules rules, GridWatch grid) {
        this.allocator = allocator;
        this.ledger = ledger;
        this.sender = sender;
        this.turns = turns;
        this.rules = rules;
        this.grid = grid;
    }

    /** Controls the site: sends what may be sent, as long as this node may. */
    CycleReport run(Site site, Facts facts, Orders orders, Instant goodUntil) {
        Decision decision = decide(site, facts, orders);
        Permit permit =
                Permits.of(decision.plan(), decision.asIfTaken(), decision.snapshot(), facts, ledger, allocator);
        Sender.Errand errand = new Sender.Errand(site.root().id(), evse -> site.evse(evse) != null, goodUntil);
        sender.send(errand, permit.setpoints(), setpoint -> reason(setpoint, decision.plan(), decision.planned()));
        sender.store(errand);
        return report(facts, decision, permit);
    }

    /** Shows the site, and sends nothing: another node controls it. */
    CycleReport watch(Site site, Facts facts, Orders orders) {
        Decision decision = decide(site, facts, orders);
        ledger.takeChanged(evse -> site.evse(evse) != null);
        return report(facts, decision, new Permit(List.of()));
    }

    /**
     * What was decided.
     *
     * @param snapshot with whole capacities
     * @param planned less what is held back: what the plan was made from
     * @param asIfTaken the plan if everybody took its cuts; the same where everybody does
     */
    private record Decision(Snapshot snapshot, Snapshot planned, Plan plan, Plan asIfTaken) {}

    private Decision decide(Site site, Facts facts, Orders orders) {
        ledger.follow(site, facts);
        turns.follow(site, facts, ledger);
        List<Demand> demands = demands(site, facts, orders);
        Snapshot undimmed =
                new Snapshot(facts.now(), site, Capacities.of(site, grid.circumstances(site, facts.now())), demands);
        Snapshot everybody = new DimmedDemands(allocator, grid.steerable()).of(undimmed, grid.dimmedInPart(site));
        boolean doAllTake = demands.stream().noneMatch(demand -> keepsMore(demand.evse(), site));
        Snapshot snapshot = doAllTake ? everybody : everybody.only(evse -> !keepsMore(evse, site));
        Snapshot planned = lessWhatIsHeldBack(snapshot);
        Plan plan = allocator.allocate(planned);
        turns.follow(plan, planned);
        Plan asIfTaken = doAllTake ? plan : allocator.allocate(lessWhatIsHeldBack(everybody));
        return new Decision(snapshot, planned, plan, asIfTaken);
    }

    private boolean keepsMore(EvseRef ref, Site site) {
        Evse evse = site.evse(ref);
        return evse != null
                && site.modeOf(evse) == Mode.ACTIVE
                && ledger.entry(ref).keepsMore();
    }

    private List<Demand> demands(Site site, Facts facts, Orders orders) {
        List<Demand> demands = new ArrayList<>();
        for (Demand demand : Demands.of(site, facts, turns.known(orders.priorities(), ledger::phasesUsed))) {
            if (canBePlanned(demand.evse(), site, facts)) {
                Demand needed = rules.apply(demand, facts.of(demand.evse()), facts.now());
                demands.add(orders.apply(needed.atLeast(least(site, needed))));
            }
        }
        return demands;
    }

    private Current least(Site site, Demand demand) {
        Evse evse = site.evse(demand.evse());
        return evse == null ? demand.minimum() : ledger.least(evse);
    }

    /** Less what may flow beside the plan: all of those that take no part, and of the others what their vehicles do not use. */
    private Snapshot lessWhatIsHeldBack(Snapshot snapshot) {
        Site site = snapshot.site();
        Set<EvseRef> planned = snapshot.demands().stream().map(Demand::evse).collect(toSet());
        return snapshot.less(Committed.below(
                site, evse -> planned.contains(evse.ref()) ? loadBesides(site, evse) : load(site, evse)));
    }

    /** Where we only observe, as if the EVSE did what it is told. */
    private boolean canBePlanned(EvseRef ref, Site site, Facts facts) {
        Evse evse = site.evse(ref);
        return evse != null
                && !facts.isSilent(ref, ledger.policy().maximumReadingAge())
                && (site.modeOf(evse) != Mode.ACTIVE || ledger.canBeTold(evse));
    }

    /** By the ledger; where we only observe, as it would be if we were active. */
    private PhaseCurrents load(Site site, Evse evse) {
        Current current = switch (site.modeOf(evse)) {
            case ACTIVE -> null;
            case OBSERVE -> evse.controllable() ? evse.fallback().atFirst() : evse.rating();
            case OFF -> evse.rating();
        };
        return current == null
                ? ledger.load(evse)
                : evse.wiring().spread(current, evse.wiring().conductorCount());
    }

    private PhaseCurrents loadBesides(Site site, Evse evse) {
        return site.modeOf(evse) == Mode.ACTIVE ? ledger.loadBesides(evse) : PhaseCurrents.ZERO;
    }

    private static String reason(Setpoint setpoint, Plan plan, Snapshot snapshot) {
        Allocation allocation = plan.of(setpoint.evse());
        return switch (setpoint) {
            case Setpoint.Grant _ when allocation != null -> Explanation.of(allocation, snapshot);
            case Setpoint.Grant _ -> "nothing is planned for it: it is not known to do what it is told";
            case Setpoint.Default _ -> "default profile: what the EVSE may do when it hears nothing";
            case Setpoint.Stop _ -> "its transaction is stopped: it does not do what it was told";
            case Setpoint.Release _ -> "let go: the profiles of load management are cleared";
        };
    }

    private CycleReport report(Facts facts, Decision decision, Permit permit) {
        Site site = decision.snapshot().site();
        Map<EvseRef, LedgerEntry> entries = new HashMap<>();
        Map<EvseRef, PhaseCurrents> worst = new HashMap<>();
        Set<EvseRef> budgetSpent = new HashSet<>();
        for (Evse evse : site.evses()) {
            entries.put(evse.ref(), ledger.entry(evse.ref()));
            worst.put(evse.ref(), load(site, evse));
            if (WriteBudget.isSpent(evse, ledger)) {
                budgetSpent.add(evse.ref());
            }
        }
        return new CycleReport(
                facts,
                decision.snapshot(),
                decision.planned(),
                decision.plan(),
                permit,
                entries,
                worst,
                Committed.below(site, evse -> worst.getOrDefault(evse.ref(), PhaseCurrents.ZERO)),
                budgetSpent);
    }
}
