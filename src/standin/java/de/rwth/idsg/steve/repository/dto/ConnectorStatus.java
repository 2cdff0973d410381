/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.repository.dto;

import org.joda.time.DateTime;

/** The newest status of a connector. */
public class ConnectorStatus {

    private final String chargeBoxId;
    private final int connectorId;
    private final String status;
    private final DateTime statusTimestamp;

    public ConnectorStatus(String chargeBoxId, int connectorId, String status, DateTime statusTimestamp) {
        this.chargeBoxId = chargeBoxId;
        this.connectorId = connectorId;
        this.status = status;
        this.statusTimestamp = statusTimestamp;
    }

    public String getChargeBoxId() {
        return chargeBoxId;
    }

    public int getConnectorId() {
        return connectorId;
    }

    public String getStatus() {
        return status;
    }

    public DateTime getStatusTimestamp() {
        return statusTimestamp;
    }
}
