/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.store;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.repository.dto.ConnectorStatus;
import java.util.List;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Registered stations, their connectors and the newest status of each. */
@Component
public class Stations {

    private final JdbcTemplate jdbc;

    Stations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void register(String chargeBoxId, int connectors) {
        jdbc.update("INSERT IGNORE INTO charge_box (charge_box_id) VALUES (?)", chargeBoxId);
        for (int connector = 1; connector <= connectors; connector++) {
            jdbc.update("INSERT IGNORE INTO evse (charge_box_id, connector_id) VALUES (?, ?)", chargeBoxId, connector);
        }
    }

    /** A station with OCPP-S takes calls at that address. */
    public void reachableAt(String chargeBoxId, String endpointAddress) {
        jdbc.update(
                "UPDATE charge_box SET ocpp_protocol = ?, endpoint_address = ? WHERE charge_box_id = ?",
                "ocpp1.6S",
                endpointAddress,
                chargeBoxId);
    }

    /** The stations with OCPP-S 1.6, whether they are up or not. */
    public List<ChargePointSelect> soap() {
        return jdbc.query(
                "SELECT charge_box_id, endpoint_address FROM charge_box WHERE ocpp_protocol = 'ocpp1.6S'",
                (row, _) -> new ChargePointSelect(OcppProtocol.V_16_SOAP, row.getString(1), row.getString(2)));
    }

    public List<String> ids() {
        return jdbc.query("SELECT charge_box_id FROM charge_box ORDER BY charge_box_id", (row, _) -> row.getString(1));
    }

    public List<Integer> connectors(String chargeBoxId) {
        return jdbc.query(
                "SELECT connector_id FROM evse WHERE charge_box_id = ? AND connector_id > 0 ORDER BY connector_id",
                (row, _) -> row.getInt(1),
                chargeBoxId);
    }

    public void status(String chargeBoxId, int connectorId, String status, DateTime timestamp) {
        jdbc.update("""
                INSERT INTO evse (charge_box_id, connector_id, status, status_ms) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE status = VALUES(status), status_ms = VALUES(status_ms)""", chargeBoxId, connectorId, status, timestamp.getMillis());
    }

    public List<ConnectorStatus> statuses() {
        return jdbc.query(
                "SELECT charge_box_id, connector_id, status, status_ms FROM evse WHERE status IS NOT NULL",
                (row, _) -> new ConnectorStatus(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        new DateTime(row.getLong(4), DateTimeZone.UTC)));
    }
}
