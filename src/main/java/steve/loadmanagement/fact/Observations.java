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
import steve.loadmanagement.site.EvseRef;

/** Gathers observations into the newest facts; takes a constant time for each. For any thread. */
public final class Observations {

    private final Map<String, StationRecord> stations = new HashMap<>();

    public synchronized void add(Observation observation) {
        stations.computeIfAbsent(observation.chargeBoxId(), _ -> new StationRecord())
                .add(observation);
    }

    public synchronized Facts at(Instant now) {
        Map<EvseRef, EvseFacts> evses = new HashMap<>();
        Map<String, StationFacts> facts = new HashMap<>();
        stations.forEach((chargeBoxId, station) -> {
            station.endDoubtedSessions(now);
            facts.put(chargeBoxId, station.facts());
            evses.putAll(station.evses());
        });
        return new Facts(now, evses, facts);
    }
}
