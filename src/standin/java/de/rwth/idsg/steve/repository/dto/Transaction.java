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

/** A transaction as SteVe keeps it. */
public class Transaction {

    private final int id;
    private final int connectorId;
    private final String chargeBoxId;
    private final String ocppIdTag;
    private final DateTime startTimestamp;

    public Transaction(int id, int connectorId, String chargeBoxId, String ocppIdTag, DateTime startTimestamp) {
        this.id = id;
        this.connectorId = connectorId;
        this.chargeBoxId = chargeBoxId;
        this.ocppIdTag = ocppIdTag;
        this.startTimestamp = startTimestamp;
    }

    public int getId() {
        return id;
    }

    public int getConnectorId() {
        return connectorId;
    }

    public String getChargeBoxId() {
        return chargeBoxId;
    }

    public String getOcppIdTag() {
        return ocppIdTag;
    }

    public DateTime getStartTimestamp() {
        return startTimestamp;
    }
}
