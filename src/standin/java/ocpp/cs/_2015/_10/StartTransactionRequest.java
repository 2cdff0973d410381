/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cs._2015._10;

import de.rwth.idsg.ocpp.jaxb.RequestType;
import org.joda.time.DateTime;

/** The StartTransaction request of OCPP 1.6, under SteVe's name. */
public class StartTransactionRequest implements RequestType {

    private Integer connectorId;
    private String idTag;
    private DateTime timestamp;
    private Integer meterStart;
    private Integer reservationId;

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public StartTransactionRequest withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }

    public String getIdTag() {
        return idTag;
    }

    public boolean isSetIdTag() {
        return idTag != null;
    }

    public StartTransactionRequest withIdTag(String value) {
        this.idTag = value;
        return this;
    }

    public DateTime getTimestamp() {
        return timestamp;
    }

    public boolean isSetTimestamp() {
        return timestamp != null;
    }

    public StartTransactionRequest withTimestamp(DateTime value) {
        this.timestamp = value;
        return this;
    }

    public Integer getMeterStart() {
        return meterStart;
    }

    public boolean isSetMeterStart() {
        return meterStart != null;
    }

    public StartTransactionRequest withMeterStart(Integer value) {
        this.meterStart = value;
        return this;
    }

    public Integer getReservationId() {
        return reservationId;
    }

    public boolean isSetReservationId() {
        return reservationId != null;
    }

    public StartTransactionRequest withReservationId(Integer value) {
        this.reservationId = value;
        return this;
    }
}
