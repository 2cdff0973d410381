/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import static java.util.stream.Collectors.toSet;
import static support.Sites.amps;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Reason;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.Demands;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Observations;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;

/** A site, its stations' clocks, and the ledger; time passes a second with each thing that happens. */
final class LedgerScene {

    static final Outcome ACCEPTED = new Outcome.Accepted();
    static final Outcome REJECTED = new Outcome.Rejected();
    static final Outcome UNANSWERED = new Outcome.Unanswered();

    final Site site;
    final Ledger ledger = new Ledger(LedgerPolicy.DEFAULT, List.of());
    Instant now = Instant.parse("2026-06-01T12:00:00Z");

    /** What a profile starts before it is sent where the clock is right. */
    static final Duration BACK = Duration.ofMinutes(1);

    private static final Allocator ALLOCATOR = new TreeAllocator();

    private final Observations observations = new Observations();
    private final Map<String, Duration> lags = new HashMap<>();

    LedgerScene(Site site) {
        this.site = site;
    }

    EvseRef ref(int index) {
        return site.evses().get(index).ref();
    }

    Evse evse(int index) {
        return site.evses().get(index);
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
        follow();
    }

    Facts follow() {
        Facts facts = observations.at(now);
        ledger.follow(site, facts);
        return facts;
    }

    void see(Observation observation) {
        observations.add(observation);
        pass(1);
    }

    /** The station's clock is late by so many seconds. */
    void lag(EvseRef evse, long seconds) {
        lags.put(evse.chargeBoxId(), Duration.ofSeconds(seconds));
    }

    private Instant stamp(EvseRef evse) {
        return now.minus(lags.getOrDefault(evse.chargeBoxId(), Duration.ZERO));
    }

    void connect(EvseRef evse) {
        see(new Observation.StationConnected(evse.chargeBoxId(), now));
        see(new Observation.StatusReported(evse, EvseStatus.AVAILABLE, stamp(evse), now));
        pass(5);
    }

    void disconnect(EvseRef evse) {
        see(new Observation.StationDisconnected(evse.chargeBoxId(), now));
    }

    /** It starts anew, and says no time yet. */
    void boot(EvseRef evse) {
        see(new Observation.StationBooted(evse.chargeBoxId(), now));
    }

    void say(EvseRef evse, EvseStatus status) {
        see(new Observation.StatusReported(evse, status, stamp(evse), now));
    }

    void start(EvseRef evse, int transaction) {
        see(new Observation.TransactionStarted(evse, transaction, stamp(evse), now));
        see(new Observation.StatusReported(evse, EvseStatus.CHARGING, stamp(evse), now));
    }

    void stop(EvseRef evse, int transaction) {
        see(new Observation.TransactionEnded(evse.chargeBoxId(), transaction, now));
    }

    void read(EvseRef evse, double current) {
        read(evse, current, current, current);
    }

    void read(EvseRef evse, double l1, double l2, double l3) {
        ConductorCurrents imported = new ConductorCurrents(amps(l1), amps(l2), amps(l3));
        see(new Observation.MeterRead(evse, null, new Reading(imported, null, null, null, stamp(evse), now)));
    }

    Instant send(Setpoint setpoint) {
        Instant sentAt = now;
        ledger.sent(setpoint, sentAt);
        pass(1);
        return sentAt;
    }

    void come(Outcome outcome, Setpoint setpoint, Instant sentAt) {
        ledger.came(outcome, setpoint, sentAt, now);
        pass(1);
    }

    void answer(Setpoint setpoint, Outcome outcome) {
        come(outcome, setpoint, send(setpoint));
    }

    /** What the plan of this moment would send. */
    List<Setpoint> permitted() {
        Facts facts = follow();
        Plan asIfTaken = plan(snapshot(facts, ledger::canBeTold));
        return Permits.of(plan(snapshot(facts)), asIfTaken, snapshot(facts), facts, ledger, ALLOCATOR)
                .setpoints();
    }

    /** What a plan that wants this would send. */
    List<Setpoint> permittedWith(Map<EvseRef, Current> wanted) {
        Facts facts = follow();
        List<Allocation> allocations = new ArrayList<>();
        wanted.forEach((evse, current) ->
                allocations.add(new Allocation(evse, current, new Reason.Ceiling(Demand.Cause.RATING, null))));
        Plan plan = new Plan(allocations, Map.of());
        return Permits.of(plan, plan, snapshot(facts), facts, ledger, ALLOCATOR).setpoints();
    }

    Map<EvseRef, Current> planned() {
        Map<EvseRef, Current> planned = new HashMap<>();
        plan(snapshot(follow()))
                .allocations()
                .forEach(allocation -> planned.put(allocation.evse(), allocation.current()));
        return planned;
    }

    private Snapshot snapshot(Facts facts) {
        return snapshot(facts, ledger::steers);
    }

    private Snapshot snapshot(Facts facts, Predicate<Evse> isPlanned) {
        Demands.Known known = new Demands.Known(List.of(), Map.of(), Map.of(), ledger::phasesUsed);
        return new Snapshot(now, site, Capacities.of(site), Demands.of(site, facts, known))
                .only(ref -> site.evses().stream().anyMatch(evse -> evse.ref().equals(ref) && isPlanned.test(evse)));
    }

    /** As the control cycle makes it: who takes no part counts with what it may draw at worst. */
    private Plan plan(Snapshot snapshot) {
        Set<EvseRef> planned = snapshot.demands().stream().map(Demand::evse).collect(toSet());
        return ALLOCATOR.allocate(snapshot.less(Committed.below(
                site, evse -> planned.contains(evse.ref()) ? ledger.loadBesides(evse) : ledger.load(evse))));
    }

    void acceptAll(List<Setpoint> setpoints) {
        Instant sentAt = now;
        setpoints.forEach(setpoint -> ledger.sent(setpoint, sentAt));
        setpoints.forEach(setpoint -> ledger.came(ACCEPTED, setpoint, sentAt, sentAt));
        pass(1);
    }

    /** Everybody has its default profile. */
    void commission() {
        site.evses().forEach(evse -> connect(evse.ref()));
        acceptAll(permitted());
    }

    static Map<EvseRef, Current> grants(List<Setpoint> setpoints) {
        Map<EvseRef, Current> grants = new HashMap<>();
        for (Setpoint setpoint : setpoints) {
            if (setpoint instanceof Setpoint.Grant grant) {
                grants.put(grant.evse(), grant.current());
            }
        }
        return grants;
    }

    static Setpoint.Grant grant(EvseRef evse, int transaction, double current) {
        return new Setpoint.Grant(
                evse,
                transaction,
                amps(current),
                new Setpoint.DeadMan(Duration.ofMinutes(30), Current.ZERO, 3),
                ProfilePurpose.TRANSACTION,
                BACK,
                3);
    }

    static Setpoint.Default fallback(EvseRef evse, double current) {
        return new Setpoint.Default(
                evse, Fallback.of(Fallback.School.FALLBACK, amps(current), Fallback.USUAL_SILENCE), BACK, 3);
    }
}
