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
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.web.dto.ocpp.GetConfigurationParams;
import ocpp.cp._2015._10.GetConfigurationRequest;
import ocpp.cp._2015._10.GetConfigurationResponse;

/** Sends GetConfiguration. */
public class GetConfigurationTask extends CommunicationTask<GetConfigurationParams, GetConfigurationResponse> {

    public GetConfigurationTask(GetConfigurationParams params, ChargePointService chargePoints) {
        super(params);
    }

    @Override
    public GetConfigurationRequest getOcpp16Request() {
        return new GetConfigurationRequest().withKey(params.getConfKeyList().toArray(String[]::new));
    }

    @Override
    public Class<GetConfigurationResponse> responseClass() {
        return GetConfigurationResponse.class;
    }

    @Override
    protected GetConfigurationResponse resultOf(ResponseType response) {
        return ((GetConfigurationResponse) response);
    }
}
