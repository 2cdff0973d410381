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

/** A transaction that ends. */
public class UpdateTransactionParams {

    private final String chargeBoxId;
    private final int transactionId;
    private final DateTime stopTimestamp;
    private final String stopMeterValue;

    public UpdateTransactionParams(
            String chargeBoxId, int transactionId, DateTime stopTimestamp, String stopMeterValue) {
        this.chargeBoxId = chargeBoxId;
        this.transactionId = transactionId;
        this.stopTimestamp = stopTimestamp;
        this.stopMeterValue = stopMeterValue;
    }

    public String getChargeBoxId() {
        return chargeBoxId;
    }

    public int getTransactionId() {
        return transactionId;
    }

    public DateTime getStopTimestamp() {
        return stopTimestamp;
    }

    public String getStopMeterValue() {
        return stopMeterValue;
    }
}
