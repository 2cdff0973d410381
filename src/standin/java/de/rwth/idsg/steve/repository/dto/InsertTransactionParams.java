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

/** A transaction that begins. */
public class InsertTransactionParams {

    private final String chargeBoxId;
    private final int connectorId;
    private final String idTag;
    private final DateTime startTimestamp;
    private final String startMeterValue;

    public InsertTransactionParams(
            String chargeBoxId, int connectorId, String idTag, DateTime startTimestamp, String startMeterValue) {
        this.chargeBoxId = chargeBoxId;
        this.connectorId = connectorId;
        this.idTag = idTag;
        this.startTimestamp = startTimestamp;
        this.startMeterValue = startMeterValue;
    }

    public String getChargeBoxId() {
        return chargeBoxId;
    }

    public int getConnectorId() {
        return connectorId;
    }

    public String getIdTag() {
        return idTag;
    }

    public DateTime getStartTimestamp() {
        return startTimestamp;
    }

    public String getStartMeterValue() {
        return startMeterValue;
    }
}
