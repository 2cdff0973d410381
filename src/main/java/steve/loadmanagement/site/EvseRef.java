/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import org.jspecify.annotations.Nullable;

/**
 * Names an EVSE: the part of a station that serves one vehicle at a time.
 *
 * @param chargeBoxId the station, as SteVe and OCPP know it
 * @param evseId from 1; in OCPP 1.6 the connector id
 */
public record EvseRef(String chargeBoxId, int evseId) implements Comparable<EvseRef> {

    /** As of any record, and quick: every cycle asks maps for its EVSEs all the time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof EvseRef ref && evseId == ref.evseId && chargeBoxId.equals(ref.chargeBoxId);
    }

    @Override
    public int hashCode() {
        return 31 * chargeBoxId.hashCode() + evseId;
    }

    @Override
    public int compareTo(EvseRef other) {
        int byStation = chargeBoxId.compareTo(other.chargeBoxId);
        return byStation == 0 ? Integer.compare(evseId, other.evseId) : byStation;
    }

    @Override
    public String toString() {
        return chargeBoxId + "/" + evseId;
    }
}
