/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/**
 * Which setpoints of a plan may be sent now.
 *
 * <ol>
 *   <li>Every controllable EVSE of an active strand has a default profile; without one, it is sent at once.
 *   <li>Whoever is to get less than its worst case is told at once: a cut is never held back.
 *   <li>What is free then, the capacity less the worst case of everybody who is not raised, is shared over those who are
 *       to get more, by the same allocation that made the plan.
 *   <li>Grants that would soon fall back by themselves are sent again.
 * </ol>
 */
public final class Permits {

    private final Ledger ledger;
    private final Allocator allocator;
    private final Snapshot snapshot;
    private final Facts facts;
    private final Map<EvseRef, Evse> controlled;

    private Permits(Ledger ledger, Allocator allocator, Snapshot snapshot, Facts facts) {
        this.ledger = ledger;
        this.allocator = allocator;
        this.snapshot = snapshot;
        this.facts = facts;
        Site site = snapshot.site();
        this.controlled = site.evses().stream()
                .filter(evse -> evse.controllable()
                        && site.modeOf(evse) == Mode.ACTIVE
                        && facts.ofStation(evse.ref().chargeBoxId()).connected())
                .collect(toMap(Evse::ref, evse -> evse));
    }

    /**
     * The setpoints of {@code plan} that may be sent now.
     *
     * @param snapshot what the plan was made from, with the strands' whole capacities
     */
    public static Permit of(Plan plan, Snapshot snapshot, Facts facts, Ledger ledger, Allocator allocator) {
        Permits permits = new Permits(ledger, allocator, snapshot, facts);
        List<Setpoint> setpoints = new ArrayList<>(permits.defaults());
        Map<EvseRef, Current> targets = permits.targets(plan);
        setpoints.addAll(permits.cuts(targets));
        setpoints.addAll(permits.raises(targets));
        setpoints.addAll(permits.refreshes(targets, setpoints));
        return new Permit(setpoints);
    }

    private List<Setpoint> defaults() {
        return controlled.values().stream()
                .filter(evse -> needsDefault(ledger.entry(evse.ref()).defaults(), evse.fallback()))
                .<Setpoint>map(evse -> new Setpoint.Default(evse.ref(), evse.fallback()))
                .toList();
    }

    private boolean needsDefault(Track track, Current fallback) {
        return !track.isInFlight() && !track.stands(fallback, now());
    }

    /** What the plan wants for each EVSE that can be told now: its session runs and knows its transaction id. */
    private Map<EvseRef, Current> targets(Plan plan) {
        Map<EvseRef, Current> targets = new HashMap<>();
        for (Allocation allocation : plan.allocations()) {
            Session session = facts.of(allocation.evse()).session();
            if (session != null
                    && controlled.containsKey(allocation.evse())
                    && knowsItsTransaction(session)
                    && !awaitsItsDefault(allocation.evse())) {
                targets.put(allocation.evse(), allocation.current());
            }
        }
        return targets;
    }

    /**
     * Whether nobody knows yet if it takes a default profile. Until then its rating counts, and a grant would look like a
     * cut beside it, however little room there is once the default profile is in force.
     */
    private boolean awaitsItsDefault(EvseRef ref) {
        Track defaults = ledger.entry(ref).defaults();
        return defaults.settled() == null && (defaults.newest() == null || defaults.isInFlight());
    }

    private boolean knowsItsTransaction(Session session) {
        return session.heardAfterStartAt() != null
                || !session.startedAt().plus(ledger.policy().startGrace()).isAfter(now());
    }

    private List<Setpoint> cuts(Map<EvseRef, Current> targets) {
        List<Setpoint> cuts = new ArrayList<>();
        targets.forEach((ref, target) -> {
            if (!target.isMoreThan(worst(ref)) && isDue(ref, target)) {
                cuts.add(grant(ref, target));
            }
        });
        return cuts;
    }

    private boolean isDue(EvseRef ref, Current target) {
        Track grant = ledger.entry(ref).grant();
        return !grant.stands(target, now()) && !(grant.newest() == null && target.isZero() && blocks(ref));
    }

    /** Nothing is granted and the default profile allows nothing: a grant of zero would say the same again. */
    private boolean blocks(EvseRef ref) {
        Current allowed = ledger.entry(ref).allowedByDefault();
        return allowed != null && allowed.isZero();
    }

    private List<Setpoint> raises(Map<EvseRef, Current> targets) {
        Map<EvseRef, Current> candidates = new HashMap<>();
        targets.forEach((ref, target) -> {
            if (isWorthRaising(worst(ref), target)) {
                candidates.put(ref, target);
            }
        });
        Map<EvseRef, Current> permitted = share(candidates);
        List<Setpoint> raises = new ArrayList<>();
        permitted.forEach((ref, current) -> {
            if (!ledger.entry(ref).grant().stands(current, now())) {
                raises.add(grant(ref, current));
            }
        });
        return raises;
    }

    private boolean isWorthRaising(Current from, Current to) {
        return to.isMoreThan(from)
                && (from.isZero() || !ledger.policy().smallestRaise().isMoreThan(to.minus(from)));
    }

    /** Shares the free committed current; who would get no more than it may draw already stays, and counts as it is. */
    private Map<EvseRef, Current> share(Map<EvseRef, Current> candidates) {
        Map<EvseRef, Current> raised = new HashMap<>(candidates);
        while (!raised.isEmpty()) {
            Plan shared = allocator.allocate(free(raised));
            boolean anybodyStays = raised.keySet().removeIf(ref -> {
                Allocation allocation = shared.of(ref);
                return allocation == null || !isWorthRaising(worst(ref), allocation.current());
            });
            if (!anybodyStays) {
                raised.replaceAll((ref, target) -> currentOf(shared.of(ref)));
                return raised;
            }
        }
        return raised;
    }

    private Snapshot free(Map<EvseRef, Current> raised) {
        Site site = snapshot.site();
        var held = Committed.below(site, ledger::worst, evse -> !raised.containsKey(evse.ref()));
        List<Demand> demands = snapshot.demands().stream()
                .filter(demand -> raised.containsKey(demand.evse()))
                .map(demand -> demand.upTo(raised.getOrDefault(demand.evse(), Current.ZERO)))
                .toList();
        return new Snapshot(now(), site, snapshot.capacities(), demands).less(held);
    }

    private List<Setpoint> refreshes(Map<EvseRef, Current> targets, List<Setpoint> already) {
        List<Setpoint> refreshes = new ArrayList<>();
        targets.forEach((ref, _) -> {
            LedgerEntry entry = ledger.entry(ref);
            Command newest = entry.grant().newest();
            boolean isSaid = already.stream()
                    .anyMatch(s -> s instanceof Setpoint.Grant && s.evse().equals(ref));
            if (newest != null && !newest.isInFlight() && !isSaid && isSoon(entry.deadManAt())) {
                refreshes.add(grant(ref, newest.value()));
            }
        });
        return refreshes;
    }

    private boolean isSoon(@Nullable Instant deadManAt) {
        return deadManAt != null
                && now().plus(ledger.policy().deadMan().dividedBy(2)).isAfter(deadManAt);
    }

    private Setpoint.Grant grant(EvseRef ref, Current current) {
        Session session = facts.of(ref).session();
        Evse evse = controlled.get(ref);
        if (session == null || evse == null) {
            throw new IllegalStateException(ref + " has no session to grant to");
        }
        Current fallback = current.min(evse.fallback());
        return new Setpoint.Grant(
                ref, session.transactionId(), current, fallback, ledger.policy().deadMan());
    }

    private Current worst(EvseRef ref) {
        Evse evse = controlled.get(ref);
        return evse == null ? Current.ZERO : ledger.worst(evse);
    }

    private static Current currentOf(@Nullable Allocation allocation) {
        return allocation == null ? Current.ZERO : allocation.current();
    }

    private Instant now() {
        return facts.now();
    }
}
