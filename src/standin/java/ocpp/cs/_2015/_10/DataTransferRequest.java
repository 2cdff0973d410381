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

/** The DataTransfer request of OCPP 1.6, under SteVe's name. */
public class DataTransferRequest implements RequestType {

    private String vendorId;
    private String messageId;
    private String data;

    public String getVendorId() {
        return vendorId;
    }

    public boolean isSetVendorId() {
        return vendorId != null;
    }

    public DataTransferRequest withVendorId(String value) {
        this.vendorId = value;
        return this;
    }

    public String getMessageId() {
        return messageId;
    }

    public boolean isSetMessageId() {
        return messageId != null;
    }

    public DataTransferRequest withMessageId(String value) {
        this.messageId = value;
        return this;
    }

    public String getData() {
        return data;
    }

    public boolean isSetData() {
        return data != null;
    }

    public DataTransferRequest withData(String value) {
        this.data = value;
        return this;
    }
}
