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
import java.util.Map;
import steve.loadmanagement.site.EvseRef;

/** All that is known at one moment; each cycle starts from it. */
public record Facts(Instant now, Map<EvseRef, EvseFacts> evses, Map<String, StationFacts> stations) {

    public Facts {
        evses = Map.copyOf(evses);
        stations = Map.copyOf(stations);
    }

    public EvseFacts of(EvseRef evse) {
        return evses.getOrDefault(evse, EvseFacts.NONE);
    }

    public StationFacts ofStation(String chargeBoxId) {
        return stations.getOrDefault(chargeBoxId, StationFacts.NONE);
    }
}
