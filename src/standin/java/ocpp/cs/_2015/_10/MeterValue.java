/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cs._2015._10;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.time.DateTime;

/** The MeterValue type of OCPP 1.6, under SteVe's name. */
public class MeterValue {

    private DateTime timestamp;
    private List<SampledValue> sampledValue;

    public DateTime getTimestamp() {
        return timestamp;
    }

    public boolean isSetTimestamp() {
        return timestamp != null;
    }

    public MeterValue withTimestamp(DateTime value) {
        this.timestamp = value;
        return this;
    }

    public List<SampledValue> getSampledValue() {
        if (sampledValue == null) {
            sampledValue = new ArrayList<>();
        }
        return sampledValue;
    }

    public MeterValue withSampledValue(SampledValue... values) {
        Collections.addAll(getSampledValue(), values);
        return this;
    }
}
