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
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;

/** Gathers observations into the newest facts. For one thread. */
public final class Observations {

    private final Map<EvseRef, EvseFacts> evses = new HashMap<>();
    private final Map<String, StationFacts> stations = new HashMap<>();

    public Facts at(Instant now) {
        return new Facts(now, evses, stations);
    }

    public void add(Observation observation) {
        hear(observation);
        switch (observation) {
            case Observation.StationConnected o -> connected(o, true);
            case Observation.StationDisconnected o -> connected(o, false);
            case Observation.StationBooted o -> connected(o, true);
            case Observation.StationHeard o -> connected(o, true);
            case Observation.StatusReported o -> update(o.evse(), evse -> evse.withStatus(o.status()));
            case Observation.TransactionStarted o -> started(o);
            case Observation.TransactionEnded o -> ended(o);
            case Observation.MeterRead o -> update(o.evse(), evse -> newer(evse, o.reading()));
        }
    }

    private void hear(Observation observation) {
        if (observation instanceof Observation.StationDisconnected) {
            return;
        }
        stations.put(observation.chargeBoxId(), new StationFacts(true, observation.at()));
        evses.replaceAll((ref, evse) -> {
            Session session = evse.session();
            return session != null && ref.chargeBoxId().equals(observation.chargeBoxId())
                    ? evse.withSession(session.heard(observation.at()))
                    : evse;
        });
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
                    : evse.withSession(new Session(o.transactionId(), o.at(), null));
        });
    }

    private void ended(Observation.TransactionEnded o) {
        evses.replaceAll((ref, evse) -> {
            Session session = evse.session();
            return session != null
                            && session.transactionId() == o.transactionId()
                            && ref.chargeBoxId().equals(o.chargeBoxId())
                    ? evse.withSession(null)
                    : evse;
        });
    }

    private static EvseFacts newer(EvseFacts evse, Reading reading) {
        Reading known = evse.reading();
        return known != null && reading.measuredAt().isBefore(known.measuredAt()) ? evse : evse.withReading(reading);
    }

    private void update(EvseRef evse, UnaryOperator<EvseFacts> change) {
        evses.put(evse, change.apply(evses.getOrDefault(evse, EvseFacts.NONE)));
    }
}
