/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import steve.loadmanagement.site.EvseRef;

/** All that is known at one moment; each cycle starts from it. */
public record Facts(Instant now, Map<EvseRef, EvseFacts> evses, Map<String, StationFacts> stations) {

    public static final Facts NONE = new Facts(Instant.EPOCH, Map.of(), Map.of());

    public Facts {
        evses = Map.copyOf(evses);
        stations = Map.copyOf(stations);
    }

    public EvseFacts of(EvseRef evse) {
        return evses.getOrDefault(evse, EvseFacts.NONE);
    }

    /** Whether a session runs whose readings have ceased, and its station has said nothing else since. */
    public boolean isSilent(EvseRef evse, Duration maximumAge) {
        EvseFacts known = of(evse);
        Instant heardAt = ofStation(evse.chargeBoxId()).heardAt();
        return known.session() != null
                && known.reading() != null
                && (heardAt == null || heardAt.plus(maximumAge).isBefore(now));
    }

    public StationFacts ofStation(String chargeBoxId) {
        return stations.getOrDefault(chargeBoxId, StationFacts.NONE);
    }
}
