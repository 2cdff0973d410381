/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import steve.loadmanagement.site.EvseRef;

/** Gathers observations into the newest facts; takes a constant time for each. For any thread. */
public final class Observations {

    private final Map<String, StationRecord> stations = new HashMap<>();

    /** What an observation changed. */
    public enum Change {
        /** Nothing but that the station lives. */
        NOTHING,
        A_READING,
        SOMETHING_HAPPENED
    }

    public synchronized Change add(Observation observation) {
        StationRecord station = stations.computeIfAbsent(observation.chargeBoxId(), _ -> new StationRecord());
        StationFacts before = station.facts();
        boolean knewItsTransaction = station.knowsItsTransactions();
        station.add(observation);
        boolean isNew = !Objects.equals(before.greetedAt(), station.facts().greetedAt())
                || !knewItsTransaction && station.knowsItsTransactions();
        return switch (observation) {
            case Observation.StationHeard _ -> isNew ? Change.SOMETHING_HAPPENED : Change.NOTHING;
            case Observation.MeterRead _ -> isNew ? Change.SOMETHING_HAPPENED : Change.A_READING;
            case Observation.StationConnected _,
                    Observation.StationDisconnected _,
                    Observation.StationBooted _,
                    Observation.StatusReported _,
                    Observation.TransactionStarted _,
                    Observation.TransactionEnded _ -> Change.SOMETHING_HAPPENED;
        };
    }

    /** What SteVe knows: of sessions that others saw begin or end meanwhile too. Those that it does not know are over. */
    public synchronized void takeOver(List<Observation> known, Instant now) {
        Set<Integer> running = new HashSet<>();
        for (Observation observation : known) {
            if (observation instanceof Observation.TransactionStarted started) {
                running.add(started.transactionId());
            }
        }
        at(now).evses().forEach((evse, facts) -> {
            Session session = facts.session();
            if (session != null && session.hasUsableId() && !running.contains(session.transactionId())) {
                add(new Observation.TransactionEnded(evse.chargeBoxId(), session.transactionId(), now));
            }
        });
        known.forEach(this::add);
    }

    public synchronized Facts at(Instant now) {
        Map<EvseRef, EvseFacts> evses = new HashMap<>();
        Map<String, StationFacts> facts = new HashMap<>();
        stations.forEach((chargeBoxId, station) -> {
            facts.put(chargeBoxId, station.facts());
            evses.putAll(station.evses());
        });
        return new Facts(now, evses, facts);
    }
}
