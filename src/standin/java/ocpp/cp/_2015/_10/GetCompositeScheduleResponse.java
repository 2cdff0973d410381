/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cp._2015._10;

import de.rwth.idsg.ocpp.jaxb.ResponseType;
import org.joda.time.DateTime;

/** The GetCompositeSchedule response of OCPP 1.6, under SteVe's name. */
public class GetCompositeScheduleResponse implements ResponseType {

    private GetCompositeScheduleStatus status;
    private Integer connectorId;
    private DateTime scheduleStart;
    private ChargingSchedule chargingSchedule;

    public GetCompositeScheduleStatus getStatus() {
        return status;
    }

    public boolean isSetStatus() {
        return status != null;
    }

    public GetCompositeScheduleResponse withStatus(GetCompositeScheduleStatus value) {
        this.status = value;
        return this;
    }

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public GetCompositeScheduleResponse withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }

    public DateTime getScheduleStart() {
        return scheduleStart;
    }

    public boolean isSetScheduleStart() {
        return scheduleStart != null;
    }

    public GetCompositeScheduleResponse withScheduleStart(DateTime value) {
        this.scheduleStart = value;
        return this;
    }

    public ChargingSchedule getChargingSchedule() {
        return chargingSchedule;
    }

    public boolean isSetChargingSchedule() {
        return chargingSchedule != null;
    }

    public GetCompositeScheduleResponse withChargingSchedule(ChargingSchedule value) {
        this.chargingSchedule = value;
        return this;
    }
}
