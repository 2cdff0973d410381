/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.List;
import java.util.function.Supplier;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.ProfileShape;

/** What a charging profile must look like for an EVSE: as its station takes it. */
public final class ProfileShapes {

    private final Stations stations;
    private final Supplier<List<CycleReport>> reports;

    public ProfileShapes(Stations stations, Supplier<List<CycleReport>> reports) {
        this.stations = stations;
        this.reports = reports;
    }

    public ProfileShape of(EvseRef ref) {
        for (CycleReport report : reports.get()) {
            Evse evse = report.snapshot().site().evse(ref);
            if (evse != null) {
                return evse.traits().shape();
            }
        }
        return stations.fit(ref.chargeBoxId()).shape();
    }
}
