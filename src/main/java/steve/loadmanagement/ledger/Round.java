/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.fact.StationClock;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;

/**
 * What the steps of a permit have in common: the EVSEs that can be told something now, and what the plan wants for those
 * whose session can be granted something.
 */
final class Round {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BACK_AT_LEAST = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Snapshot snapshot;
    private final Facts facts;
    private final Map<EvseRef, Evse> controlled = new HashMap<>();
    private final Map<EvseRef, Current> targets = new HashMap<>();

    Round(Plan plan, Plan asIfTaken, Snapshot snapshot, Facts facts, Ledger ledger) {
        this.ledger = ledger;
        this.snapshot = snapshot;
        this.facts = facts;
        Site site = snapshot.site();
        for (Evse evse : site.evses()) {
            if (ledger.isControllable(evse)
                    && site.modeOf(evse) == Mode.ACTIVE
                    && facts.ofStation(evse.ref().chargeBoxId()).connected()) {
                controlled.put(evse.ref(), evse);
            }
        }
        plan.allocations().forEach(allocation -> want(allocation, false));
        asIfTaken.allocations().forEach(allocation -> want(allocation, true));
    }

    /** @param ofThoseThatKeepMore whether it counts for those that have not taken their cut, or for the others */
    private void want(Allocation allocation, boolean ofThoseThatKeepMore) {
        EvseRef ref = allocation.evse();
        Evse evse = controlled.get(ref);
        boolean counts = evse != null
                && ledger.entry(ref).keepsMore() == ofThoseThatKeepMore
                && ledger.canBeTold(evse)
                && canBeGranted(ref);
        if (counts) {
            Current current = allocation.current();
            targets.put(ref, ofThoseThatKeepMore ? current.min(commanded(ref)) : current);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Facts facts() {
        return facts;
    }

    Instant now() {
        return facts.now();
    }

    LedgerPolicy policy() {
        return ledger.policy();
    }

    /** Those that we may tell something: controllable, active, connected. */
    Collection<Evse> controlled() {
        return controlled.values();
    }

    /** What is wanted for each of them that can be granted something now; never more than before where it has not taken a cut. */
    Map<EvseRef, Current> targets() {
        return targets;
    }

    Evse evse(EvseRef ref) {
        Evse evse = controlled.get(ref);
        if (evse == null) {
            throw new IllegalArgumentException(ref + " cannot be told anything now");
        }
        return evse;
    }

    Track grantOf(EvseRef ref) {
        return ledger.entry(ref).grant();
    }

    /** What its session was last told; zero if nothing. */
    Current commanded(EvseRef ref) {
        Current commanded = grantOf(ref).commanded();
        return commanded == null ? Current.ZERO : commanded;
    }

    Current worst(EvseRef ref) {
        return ledger.worst(evse(ref));
    }

    /** Whether its session surely runs, has a number, and the station knows it. */
    boolean canBeGranted(EvseRef ref) {
        Session session = facts.of(ref).session();
        return session != null && session.hasUsableId() && session.isBelieved() && knowsItsTransaction(session);
    }

    private boolean knowsItsTransaction(Session session) {
        return session.heardAfterStartAt() != null
                || !session.startedAt().plus(policy().startGrace()).isAfter(now());
    }

    /** Whether it came back so shortly before that it is left alone. */
    boolean isGettingUp(Evse evse) {
        Instant greetedAt = facts.ofStation(evse.ref().chargeBoxId()).greetedAt();
        if (greetedAt == null) {
            return false;
        }
        Instant isUp = greetedAt.plus(evse.traits().greetingWait());
        boolean hasNoClock = clockOf(evse).lagAtMost() == null;
        return (hasNoClock ? isUp.plus(policy().clockWait()) : isUp).isAfter(now());
    }

    private StationClock clockOf(Evse evse) {
        return facts.ofStation(evse.ref().chargeBoxId()).clock();
    }

    /** How long before now a profile must start, so that the station's clock has come to it already. */
    Duration startsBack(Evse evse) {
        Duration lag = clockOf(evse).lagAtMost();
        return lag == null
                ? Proof.LAG_OF_AN_UNKNOWN_CLOCK
                : lag.plus(policy().clockBound()).plus(BACK_AT_LEAST);
    }

    Setpoint.Grant grant(EvseRef ref, Current current) {
        Session session = facts.of(ref).session();
        if (session == null) {
            throw new IllegalArgumentException(ref + " has no session to grant to");
        }
        Evse evse = evse(ref);
        StationTraits traits = evse.traits();
        ProfilePurpose purpose = ledger.purpose(evse);
        Current fallback = current.min(evse.fallback().inTheEnd());
        Setpoint.DeadMan deadMan = traits.takesTwoPeriods()
                ? new Setpoint.DeadMan(deadMan(evse), fallback, ledger.wattPhases(evse, fallback))
                : null;
        return new Setpoint.Grant(
                ref,
                session.transactionId(),
                current,
                deadMan,
                purpose,
                startsBack(evse),
                ledger.wattPhases(evse, current));
    }

    /** A station whose memory bears few writes has them for more than staying alive: at most half of them refresh. */
    Duration deadMan(Evse evse) {
        @Nullable Integer writes = evse.traits().writesADay();
        Duration spared = writes == null ? Duration.ZERO : DAY.multipliedBy(4).dividedBy(writes);
        return spared.compareTo(policy().deadMan()) > 0 ? spared : policy().deadMan();
    }
}
