/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cp._2015._10;

import de.rwth.idsg.ocpp.jaxb.RequestType;

/** The GetCompositeSchedule request of OCPP 1.6, under SteVe's name. */
public class GetCompositeScheduleRequest implements RequestType {

    private Integer connectorId;
    private Integer duration;
    private ChargingRateUnitType chargingRateUnit;

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public GetCompositeScheduleRequest withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }

    public Integer getDuration() {
        return duration;
    }

    public boolean isSetDuration() {
        return duration != null;
    }

    public GetCompositeScheduleRequest withDuration(Integer value) {
        this.duration = value;
        return this;
    }

    public ChargingRateUnitType getChargingRateUnit() {
        return chargingRateUnit;
    }

    public boolean isSetChargingRateUnit() {
        return chargingRateUnit != null;
    }

    public GetCompositeScheduleRequest withChargingRateUnit(ChargingRateUnitType value) {
        this.chargingRateUnit = value;
        return this;
    }
}
