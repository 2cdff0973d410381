/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import de.rwth.idsg.steve.service.ChargePointService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import steve.loadmanagement.control.SiteEditor.KnownStations;

/** The stations in SteVe's database. */
public final class SteveStations implements KnownStations {

    private final ChargePointService chargePoints;

    public SteveStations(ChargePointService chargePoints) {
        this.chargePoints = chargePoints;
    }

    @Override
    public Map<String, List<Integer>> evses() {
        Map<String, List<Integer>> evses = new TreeMap<>();
        for (String chargeBoxId : chargePoints.getChargeBoxIds()) {
            evses.put(chargeBoxId, chargePoints.getNonZeroConnectorIds(chargeBoxId));
        }
        return evses;
    }
}
