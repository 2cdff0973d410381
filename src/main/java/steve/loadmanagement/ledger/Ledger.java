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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.StationClock;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * The state of every EVSE: what it may draw at worst. Nothing is released by a send, an acceptance alone, a rejection, a
 * timeout, a lost connection or a restart; only by an acceptance <em>and</em> its {@link Proof}, by the end of the
 * transaction, or by a dead man that has surely fired. For one thread; the time comes with each event.
 */
public final class Ledger {

    private final LedgerPolicy policy;
    private final Map<EvseRef, LedgerEntry> entries = new HashMap<>();
    private final Set<EvseRef> changed = new LinkedHashSet<>();
    private final Writes writes = new Writes();
    private final Conductors conductors = new Conductors();
    private Facts facts = Facts.NONE;

    /** A ledger that goes on from what was stored. */
    public Ledger(LedgerPolicy policy, Collection<LedgerEntry> stored) {
        this.policy = policy;
        restore(stored);
    }

    /** Takes these as they were stored, whatever it knew of them before. */
    public void restore(Collection<LedgerEntry> stored) {
        stored.forEach(entry -> {
            entries.put(entry.evse(), entry);
            changed.remove(entry.evse());
        });
    }

    public LedgerPolicy policy() {
        return policy;
    }

    public LedgerEntry entry(EvseRef evse) {
        LedgerEntry entry = entries.get(evse);
        return entry == null ? LedgerEntry.unknown(evse) : entry;
    }

    public Collection<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The worst case of an EVSE as far as it does what it may have been told: on each phase that it may use. */
    public Current worst(Evse evse) {
        return withItsGrant(evse, worstOfAnyVehicle(evse));
    }

    private Current withItsGrant(Evse evse, Current ofAnyVehicle) {
        return ofAnyVehicle.max(entry(evse.ref()).allowedByGrant());
    }

    /** What any vehicle may draw, with or without a grant. */
    private Current worstOfAnyVehicle(Evse evse) {
        LedgerEntry entry = entry(evse.ref());
        Allowance byDefault = entry.allowedByDefault();
        return byDefault == null || !entry.isControllable(evse) || isBetweenDefaults(entry) || mayHaveForgotten(evse)
                ? evse.rating()
                : byDefault.at(latestTimeAt(evse.ref().chargeBoxId()));
    }

    /** A station that forgets its profiles when it starts anew may do so unseen. */
    private boolean mayHaveForgotten(Evse evse) {
        return evse.traits().forgetsOnBoot()
                && !facts.ofStation(evse.ref().chargeBoxId()).connected();
    }

    /** A new default profile takes the old one's place even before its own time has come: then there is none. */
    private boolean isBetweenDefaults(LedgerEntry entry) {
        List<Command> open = entry.defaults().open();
        if (open.isEmpty()) {
            return false;
        }
        StationClock clock = facts.ofStation(entry.evse().chargeBoxId()).clock();
        return open.stream().anyMatch(command -> !Proof.isValid(command, clock, policy.clockBound(), facts.now()));
    }

    /**
     * The worst case of an EVSE on the phases of the grid, with what it was measured to draw beyond all that. A grant ends
     * with its transaction, so it loads what this vehicle uses; the default profile is there for the next one too.
     */
    public PhaseCurrents load(Evse evse) {
        Current ofAnyVehicle = worstOfAnyVehicle(evse);
        PhaseCurrents told = onAll(evse, ofAnyVehicle)
                .max(evse.wiring().spread(withItsGrant(evse, ofAnyVehicle), conductorsCounted(evse)));
        PhaseCurrents excess = entry(evse.ref()).excess();
        return excess == null ? told : told.max(excess);
    }

    /** Of its worst case, what lies on phases that its vehicle does not use. */
    public PhaseCurrents loadBesides(Evse evse) {
        PhaseCurrents load = onAll(evse, worstOfAnyVehicle(evse));
        for (Phase used : evse.wiring().loads(conductorsCounted(evse))) {
            load = load.with(used, Current.ZERO);
        }
        return load;
    }

    private static PhaseCurrents onAll(Evse evse, Current current) {
        return evse.wiring().spread(current, evse.wiring().conductorCount());
    }

    private int conductorsCounted(Evse evse) {
        return evse.wiring().counted(phasesUsed(evse));
    }

    /** The least current that can be told to its vehicle; more than the minimum where W may lie on one conductor or on three. */
    public Current least(Evse evse) {
        return WattPhases.least(evse, phasesUsed(evse));
    }

    int wattPhases(Evse evse, Current current) {
        return WattPhases.told(evse, current, phasesUsed(evse));
    }

    /** By which profile it is told its grants. */
    ProfilePurpose purpose(Evse evse) {
        List<ProfilePurpose> purposes = evse.traits().purposes();
        return purposes.get(Math.min(entry(evse.ref()).conduct().purpose(), purposes.size() - 1));
    }

    /**
     * How many conductors its vehicle was surely seen to use, from 1 to 3; null, so that all count: not known, or the profile
     * that tells it stays for the next vehicle, which may be there already without our knowledge.
     */
    public @Nullable Integer phasesUsed(Evse evse) {
        return purpose(evse) == ProfilePurpose.TRANSACTION ? conductors.used(evse.ref()) : null;
    }

    /** Whether it takes profiles, and not all ways to tell it something have failed. */
    public boolean isControllable(Evse evse) {
        return entry(evse.ref()).isControllable(evse);
    }

    /** Whether a plan can count on it: it has its default profile, takes its cuts and draws no more than it was told. */
    public boolean steers(Evse evse) {
        return canBeTold(evse) && !entry(evse.ref()).keepsMore();
    }

    /** The same, whether or not it takes its cuts. */
    public boolean canBeTold(Evse evse) {
        return entry(evse.ref()).canBeTold(evse);
    }

    /** How many profiles each station was sent in the last 24 h. */
    public Writes writes() {
        return writes;
    }

    /** Takes in what has happened since: transactions that began or ended, readings that prove a cut or an excess. */
    public void follow(Site site, Facts newest) {
        facts = newest;
        writes.follow(newest.now());
        for (Evse evse : site.evses()) {
            conductors.follow(evse.ref(), newest.of(evse.ref()));
            Following following = new Following(
                    evse, newest.of(evse.ref()), newest.ofStation(evse.ref().chargeBoxId()), newest.now(), policy);
            update(evse.ref(), following::apply);
        }
    }

    /** Notes a setpoint as in flight. To be stored before it is sent. */
    public void sent(Setpoint setpoint, Instant at) {
        writes.add(setpoint.evse().chargeBoxId(), at);
        update(setpoint.evse(), entry -> switch (setpoint) {
            case Setpoint.Default s ->
                entry.taken()
                        .withDefaults(entry.defaults()
                                .sent(Allowance.of(s.fallback(), at), at, s.startsBack(), drawn(s.evse())));
            case Setpoint.Grant s -> granted(entry.taken(), s, at);
            case Setpoint.Stop _ -> entry.withConduct(entry.conduct().insisted(at));
            case Setpoint.Release _ -> entry.released(Command.release(entry.release(), at));
        });
    }

    private LedgerEntry granted(LedgerEntry entry, Setpoint.Grant grant, Instant at) {
        Allowance allowance = Allowance.of(grant.current());
        Current drawn = drawn(grant.evse());
        Setpoint.DeadMan deadMan = grant.deadMan();
        LedgerEntry sent = entry.withGrant(entry.grant().sent(allowance, at, grant.startsBack(), drawn))
                .withDeadMan(deadMan == null ? null : at.plus(deadMan.after()));
        LedgerEntry told = grant.isByDefault()
                ? sent.withDefaults(sent.defaults().sent(allowance, at, grant.startsBack(), drawn))
                : sent;
        return told.excess() == null ? told : told.withConduct(told.conduct().insisted(at));
    }

    /** What the vehicle was last seen to draw; null: nobody sees it. */
    private @Nullable Current drawn(EvseRef evse) {
        Reading reading = facts.of(evse).reading();
        return reading == null || reading.imported() == null || reading.isStale(facts.now(), policy.maximumReadingAge())
                ? null
                : reading.imported().heaviest();
    }

    /** What was noted as sent since then never went out. */
    public void takeBack(LedgerEntry before) {
        update(before.evse(), _ -> before);
    }

    /** Notes what became of the setpoint that was sent at {@code sentAt}. */
    public void came(Outcome outcome, Setpoint setpoint, Instant sentAt, Instant at) {
        update(setpoint.evse(), entry -> switch (setpoint) {
            case Setpoint.Default _ ->
                entry.withDefaults(entry.defaults().came(outcome, sentAt, at))
                        .withConduct(entry.conduct()
                                .withRefusals(entry.conduct().refusals().defaultCame(outcome)));
            case Setpoint.Grant s -> {
                LedgerEntry heard = entry.withConduct(
                        entry.conduct().withRefusals(entry.conduct().refusals().grantCame(outcome)));
                LedgerEntry next =
                        s.isByDefault() ? heard.withDefaults(heard.defaults().came(outcome, sentAt, at)) : heard;
                yield Objects.equals(entry.transactionId(), s.transactionId())
                        ? next.withGrant(entry.grant().came(outcome, sentAt, at))
                        : next;
            }
            case Setpoint.Stop _ -> entry;
            case Setpoint.Release _ ->
                entry.release() == null ? entry : entry.released(entry.release().came(outcome, at));
        });
    }

    /** A commissioning test showed that it follows. */
    public void cleared(EvseRef evse) {
        update(evse, entry -> entry.withConduct(entry.conduct().cleared()));
    }

    /** The clock was set: as after a restart, and no dead man counts that was reckoned by it before. */
    public void clockLeapt() {
        conductors.forget();
        entries.replaceAll((_, entry) -> entry.restarted().withDeadMan(null));
        changed.addAll(entries.keySet());
    }

    /** An operator has it tried from the first way on, whatever it refused or ignored. */
    public void triedAnew(EvseRef evse) {
        update(evse, entry -> entry.withConduct(entry.conduct().triedAnew()));
    }

    /** The entries of those EVSEs that changed since they were last taken, to be stored. */
    public List<LedgerEntry> takeChanged(Predicate<EvseRef> isAsked) {
        List<EvseRef> taken =
                changed.isEmpty() ? List.of() : changed.stream().filter(isAsked).toList();
        taken.forEach(changed::remove);
        return taken.stream().map(this::entry).toList();
    }

    /** Puts back what could not be stored. */
    public void keepChanged(Collection<LedgerEntry> notStored) {
        notStored.forEach(entry -> changed.add(entry.evse()));
    }

    /** What the station's clock may show at the most; where nobody knows it, the end of all times. */
    private Instant latestTimeAt(String chargeBoxId) {
        Duration lead = facts.ofStation(chargeBoxId).clock().leadAtMost(policy.slowestMessage());
        return lead == null ? Instant.MAX : facts.now().plus(lead).plus(policy.clockBound());
    }

    private void update(EvseRef evse, UnaryOperator<LedgerEntry> change) {
        LedgerEntry before = entry(evse);
        LedgerEntry after = change.apply(before);
        if (!after.equals(before)) {
            entries.put(evse, after);
            changed.add(evse);
        }
    }
}
