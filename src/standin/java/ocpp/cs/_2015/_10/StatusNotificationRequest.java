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

/** The StatusNotification request of OCPP 1.6, under SteVe's name. */
public class StatusNotificationRequest implements RequestType {

    private Integer connectorId;
    private ChargePointStatus status;
    private ChargePointErrorCode errorCode;
    private String info;
    private DateTime timestamp;
    private String vendorId;
    private String vendorErrorCode;

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public StatusNotificationRequest withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }

    public ChargePointStatus getStatus() {
        return status;
    }

    public boolean isSetStatus() {
        return status != null;
    }

    public StatusNotificationRequest withStatus(ChargePointStatus value) {
        this.status = value;
        return this;
    }

    public ChargePointErrorCode getErrorCode() {
        return errorCode;
    }

    public boolean isSetErrorCode() {
        return errorCode != null;
    }

    public StatusNotificationRequest withErrorCode(ChargePointErrorCode value) {
        this.errorCode = value;
        return this;
    }

    public String getInfo() {
        return info;
    }

    public boolean isSetInfo() {
        return info != null;
    }

    public StatusNotificationRequest withInfo(String value) {
        this.info = value;
        return this;
    }

    public DateTime getTimestamp() {
        return timestamp;
    }

    public boolean isSetTimestamp() {
        return timestamp != null;
    }

    public StatusNotificationRequest withTimestamp(DateTime value) {
        this.timestamp = value;
        return this;
    }

    public String getVendorId() {
        return vendorId;
    }

    public boolean isSetVendorId() {
        return vendorId != null;
    }

    public StatusNotificationRequest withVendorId(String value) {
        this.vendorId = value;
        return this;
    }

    public String getVendorErrorCode() {
        return vendorErrorCode;
    }

    public boolean isSetVendorErrorCode() {
        return vendorErrorCode != null;
    }

    public StatusNotificationRequest withVendorErrorCode(String value) {
        this.vendorErrorCode = value;
        return this;
    }
}
