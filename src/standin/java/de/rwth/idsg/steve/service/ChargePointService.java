/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.service;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.ocpp.OcppVersion;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.repository.dto.ConnectorStatus;
import de.rwth.idsg.steve.web.dto.ConnectorStatusForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import standin.ocpp.Sessions;
import standin.store.Stations;

/** What SteVe knows of its stations. */
@Service
public class ChargePointService {

    private final Stations stations;
    private final Sessions sessions;

    public ChargePointService(Stations stations, Sessions sessions) {
        this.stations = stations;
        this.sessions = sessions;
    }

    public List<String> getChargeBoxIds() {
        return stations.ids();
    }

    public List<Integer> getNonZeroConnectorIds(String chargeBoxId) {
        return stations.connectors(chargeBoxId);
    }

    public List<ConnectorStatus> getChargePointConnectorStatus(ConnectorStatusForm params) {
        return stations.statuses();
    }

    public Set<String> getChargeBoxIdsOfConnectedJsonStations() {
        return sessions.connected();
    }

    /** Of these the stations with OCPP-J that are connected now, and all with OCPP-S. */
    public List<ChargePointSelect> getChargePointsWithIds(OcppVersion version, List<String> chargeBoxIdFilter) {
        return Stream.concat(
                        stations.soap().stream(),
                        sessions.connected().stream().map(id -> new ChargePointSelect(OcppProtocol.V_16_JSON, id)))
                .filter(select -> chargeBoxIdFilter.contains(select.getChargeBoxId()))
                .toList();
    }
}
