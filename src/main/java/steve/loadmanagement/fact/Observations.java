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
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;

/** Gathers observations into the newest facts; takes a constant time for each. For any thread. */
public final class Observations {

    private final Map<EvseRef, EvseFacts> evses = new HashMap<>();
    private final Map<String, StationFacts> stations = new HashMap<>();
    private final Map<String, Set<EvseRef>> evsesByStation = new HashMap<>();

    private final Set<String> booted = new HashSet<>();

    public synchronized Facts at(Instant now) {
        return new Facts(now, evses, stations);
    }

    public synchronized void add(Observation observation) {
        hear(observation);
        switch (observation) {
            case Observation.StationConnected o -> connected(o, true);
            case Observation.StationDisconnected o -> connected(o, false);
            case Observation.StationBooted o -> booted(o);
            case Observation.StationHeard o -> connected(o, true);
            case Observation.StatusReported o -> status(o);
            case Observation.TransactionStarted o -> started(o);
            case Observation.TransactionEnded o -> ended(o);
            case Observation.MeterRead o -> update(o.evse(), evse -> newer(evse, o.reading()));
        }
    }

    /** The stations that booted since the last call. */
    public synchronized Set<String> takeBooted() {
        Set<String> taken = Set.copyOf(booted);
        booted.clear();
        return taken;
    }

    private void booted(Observation.StationBooted o) {
        connected(o, true);
        booted.add(o.chargeBoxId());
    }

    private void hear(Observation observation) {
        if (observation instanceof Observation.StationDisconnected) {
            return;
        }
        stations.put(observation.chargeBoxId(), new StationFacts(true, observation.at()));
        for (EvseRef evse : Set.copyOf(evsesOf(observation.chargeBoxId()))) {
            update(evse, known -> known.withSession(Session.heard(known.session(), observation.at())));
        }
    }

    private void connected(Observation observation, boolean connected) {
        @Nullable
        Instant heardAt = stations.getOrDefault(observation.chargeBoxId(), StationFacts.NONE)
                .heardAt();
        stations.put(observation.chargeBoxId(), new StationFacts(connected, heardAt));
    }

    private void started(Observation.TransactionStarted o) {
        update(o.evse(), evse -> {
            Session session = evse.session();
            return session != null && session.transactionId() == o.transactionId()
                    ? evse
                    : evse.withSession(new Session(o.transactionId(), o.at(), null, o.idTag()));
        });
    }

    private void ended(Observation.TransactionEnded o) {
        for (EvseRef evse : Set.copyOf(evsesOf(o.chargeBoxId()))) {
            update(evse, known -> {
                Session session = known.session();
                return session != null && session.transactionId() == o.transactionId()
                        ? known.withSession(null)
                        : known;
            });
        }
    }

    private Set<EvseRef> evsesOf(String chargeBoxId) {
        return evsesByStation.getOrDefault(chargeBoxId, Set.of());
    }

    private void status(Observation.StatusReported o) {
        update(
                o.evse(),
                evse -> o.status() == EvseStatus.AVAILABLE
                        ? evse.withStatus(o.status()).withSession(null)
                        : evse.withStatus(o.status()));
    }

    private static EvseFacts newer(EvseFacts evse, Reading reading) {
        Reading known = evse.reading();
        return known != null && reading.measuredAt().isBefore(known.measuredAt()) ? evse : evse.withReading(reading);
    }

    private void update(EvseRef evse, UnaryOperator<EvseFacts> change) {
        evses.put(evse, change.apply(evses.getOrDefault(evse, EvseFacts.NONE)));
        evsesByStation.computeIfAbsent(evse.chargeBoxId(), _ -> new HashSet<>()).add(evse);
    }
}
