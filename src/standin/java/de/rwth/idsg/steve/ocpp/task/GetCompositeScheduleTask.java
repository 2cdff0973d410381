/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.ocpp.task;

import de.rwth.idsg.ocpp.jaxb.ResponseType;
import de.rwth.idsg.steve.ocpp.CommunicationTask;
import de.rwth.idsg.steve.web.dto.ocpp.GetCompositeScheduleParams;
import ocpp.cp._2015._10.GetCompositeScheduleRequest;
import ocpp.cp._2015._10.GetCompositeScheduleResponse;

/** Sends GetCompositeSchedule. */
public class GetCompositeScheduleTask
        extends CommunicationTask<GetCompositeScheduleParams, GetCompositeScheduleResponse> {

    public GetCompositeScheduleTask(GetCompositeScheduleParams params) {
        super(params);
    }

    @Override
    public GetCompositeScheduleRequest getOcpp16Request() {
        return new GetCompositeScheduleRequest()
                .withConnectorId(params.getConnectorId())
                .withDuration(params.getDurationInSeconds())
                .withChargingRateUnit(params.getChargingRateUnit());
    }

    @Override
    public Class<GetCompositeScheduleResponse> responseClass() {
        return GetCompositeScheduleResponse.class;
    }

    @Override
    protected GetCompositeScheduleResponse resultOf(ResponseType response) {
        return ((GetCompositeScheduleResponse) response);
    }
}
