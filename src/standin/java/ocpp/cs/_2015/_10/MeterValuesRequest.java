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

/** The MeterValues request of OCPP 1.6, under SteVe's name. */
public class MeterValuesRequest implements RequestType {

    private Integer connectorId;
    private Integer transactionId;
    private List<MeterValue> meterValue;

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public MeterValuesRequest withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }

    public Integer getTransactionId() {
        return transactionId;
    }

    public boolean isSetTransactionId() {
        return transactionId != null;
    }

    public MeterValuesRequest withTransactionId(Integer value) {
        this.transactionId = value;
        return this;
    }

    public List<MeterValue> getMeterValue() {
        if (meterValue == null) {
            meterValue = new ArrayList<>();
        }
        return meterValue;
    }

    public MeterValuesRequest withMeterValue(MeterValue... values) {
        Collections.addAll(getMeterValue(), values);
        return this;
    }
}
