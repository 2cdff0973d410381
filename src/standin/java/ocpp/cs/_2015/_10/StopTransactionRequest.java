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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.time.DateTime;

/** The StopTransaction request of OCPP 1.6, under SteVe's name. */
public class StopTransactionRequest implements RequestType {

    private Integer transactionId;
    private String idTag;
    private DateTime timestamp;
    private Integer meterStop;
    private Reason reason;
    private List<MeterValue> transactionData;

    public Integer getTransactionId() {
        return transactionId;
    }

    public boolean isSetTransactionId() {
        return transactionId != null;
    }

    public StopTransactionRequest withTransactionId(Integer value) {
        this.transactionId = value;
        return this;
    }

    public String getIdTag() {
        return idTag;
    }

    public boolean isSetIdTag() {
        return idTag != null;
    }

    public StopTransactionRequest withIdTag(String value) {
        this.idTag = value;
        return this;
    }

    public DateTime getTimestamp() {
        return timestamp;
    }

    public boolean isSetTimestamp() {
        return timestamp != null;
    }

    public StopTransactionRequest withTimestamp(DateTime value) {
        this.timestamp = value;
        return this;
    }

    public Integer getMeterStop() {
        return meterStop;
    }

    public boolean isSetMeterStop() {
        return meterStop != null;
    }

    public StopTransactionRequest withMeterStop(Integer value) {
        this.meterStop = value;
        return this;
    }

    public Reason getReason() {
        return reason;
    }

    public boolean isSetReason() {
        return reason != null;
    }

    public StopTransactionRequest withReason(Reason value) {
        this.reason = value;
        return this;
    }

    public List<MeterValue> getTransactionData() {
        if (transactionData == null) {
            transactionData = new ArrayList<>();
        }
        return transactionData;
    }

    public StopTransactionRequest withTransactionData(MeterValue... values) {
        Collections.addAll(getTransactionData(), values);
        return this;
    }
}
