/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/**
 * The state of every EVSE: what it may draw at worst. Nothing is released by a send, an acceptance alone, a rejection, a
 * timeout, a lost connection or a restart; only by an acceptance <em>and</em> a later reading, or, without a meter, the
 * settle time. For one thread; the time comes with each event.
 */
public final class Ledger {

    private final LedgerPolicy policy;
    private final Map<EvseRef, LedgerEntry> entries = new HashMap<>();
    private final Set<EvseRef> changed = new LinkedHashSet<>();

    /** A ledger that goes on from what was stored. */
    public Ledger(LedgerPolicy policy, Collection<LedgerEntry> stored) {
        this.policy = policy;
        stored.forEach(entry -> entries.put(entry.evse(), entry));
    }

    public LedgerPolicy policy() {
        return policy;
    }

    public LedgerEntry entry(EvseRef evse) {
        return entries.getOrDefault(evse, LedgerEntry.unknown(evse));
    }

    public Collection<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The worst case of an EVSE on each phase that it may use. */
    public Current worst(Evse evse) {
        return evse.controllable() ? entry(evse.ref()).worst(evse.rating()) : evse.rating();
    }

    /** Takes in what has happened since: transactions that began or ended, readings that prove a cut or an excess. */
    public void follow(Site site, Facts facts) {
        for (Evse evse : site.evses()) {
            EvseFacts seen = facts.of(evse.ref());
            update(evse.ref(), entry -> followTransaction(entry, seen.session()));
            update(evse.ref(), entry -> followReading(entry, evse, seen.reading(), facts.now()));
        }
    }

    /** Notes a setpoint as in flight. To be stored before it is sent. */
    public void sent(Setpoint setpoint, Instant at) {
        update(setpoint.evse(), entry -> switch (setpoint) {
            case Setpoint.Default s -> entry.withDefaults(entry.defaults().sent(s.current(), at));
            case Setpoint.Grant s -> entry.withGrant(entry.grant().sent(s.current(), at), at.plus(s.deadMan()));
            case Setpoint.Release _ -> entry.withDefaults(Track.UNKNOWN);
        });
    }

    /** Notes what became of the setpoint that was sent at {@code sentAt}. */
    public void came(Outcome outcome, Setpoint setpoint, Instant sentAt, Instant at) {
        update(setpoint.evse(), entry -> switch (setpoint) {
            case Setpoint.Default _ ->
                entry.withDefaults(settledIfAccepted(entry.defaults().came(outcome, sentAt, at)));
            case Setpoint.Grant s ->
                Objects.equals(entry.transactionId(), s.transactionId())
                        ? entry.withGrant(entry.grant().came(outcome, sentAt, at), entry.deadManAt())
                        : entry;
            case Setpoint.Release _ -> entry;
        });
    }

    /** A station started anew: its default profile is sent again. */
    public void booted(String chargeBoxId) {
        for (EvseRef evse : List.copyOf(entries.keySet())) {
            if (evse.chargeBoxId().equals(chargeBoxId)) {
                update(
                        evse,
                        entry -> entry.withDefaults(new Track(
                                entry.defaults().settled(), entry.defaults().unsettled(), null)));
            }
        }
    }

    /** The entries that changed since the last call, to be stored. */
    public List<LedgerEntry> takeChanged() {
        List<LedgerEntry> taken = changed.stream().map(this::entry).toList();
        changed.clear();
        return taken;
    }

    /** Puts back what could not be stored. */
    public void keepChanged(Collection<LedgerEntry> notStored) {
        notStored.forEach(entry -> changed.add(entry.evse()));
    }

    private static Track settledIfAccepted(Track track) {
        Command newest = track.newest();
        return newest != null && newest.isAccepted() ? track.settle() : track;
    }

    private static LedgerEntry followTransaction(LedgerEntry entry, @Nullable Session session) {
        Integer running = session == null ? null : (Integer) session.transactionId();
        return Objects.equals(entry.transactionId(), running) ? entry : entry.withTransaction(running);
    }

    private LedgerEntry followReading(LedgerEntry entry, Evse evse, @Nullable Reading reading, Instant now) {
        Reading fresh = reading == null || reading.isStale(now, policy.maximumReadingAge()) ? null : reading;
        LedgerEntry proven = isProven(entry.grant(), fresh, now)
                ? entry.withGrant(entry.grant().settle(), entry.deadManAt())
                : entry;
        return proven.withExcess(excess(proven, evse, fresh, now));
    }

    /** Accepted, and either measured at or below it since, or, without a meter, the settle time has passed. */
    private boolean isProven(Track grant, @Nullable Reading reading, Instant now) {
        Command newest = grant.newest();
        Instant acceptedAt = newest == null || !newest.isAccepted() ? null : newest.outcomeAt();
        if (newest == null || acceptedAt == null || grant.unsettled() == null) {
            return false;
        }
        if (reading == null || reading.imported() == null) {
            return !acceptedAt.plus(policy.settleTime()).isAfter(now);
        }
        return reading.receivedAt().isAfter(acceptedAt)
                && !reading.imported().heaviest().isMoreThan(newest.value().plus(policy.tolerance()));
    }

    /** What it draws beyond all that it may have been told, once it has had the time to follow; null: it follows. */
    private @Nullable Current excess(LedgerEntry entry, Evse evse, @Nullable Reading reading, Instant now) {
        if (reading == null || reading.imported() == null || isSettling(entry.grant(), reading)) {
            return entry.excess() != null && reading == null ? entry.excess() : null;
        }
        Current imported = reading.imported().heaviest();
        Current told = entry.withExcess(null).worst(evse.rating());
        return imported.isMoreThan(told.plus(policy.tolerance())) ? imported : null;
    }

    private boolean isSettling(Track grant, Reading reading) {
        Command newest = grant.newest();
        Instant outcomeAt = newest == null ? null : newest.outcomeAt();
        return newest != null
                && (outcomeAt == null || reading.receivedAt().isBefore(outcomeAt.plus(policy.settleTime())));
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
