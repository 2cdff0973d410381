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
import de.rwth.idsg.steve.web.dto.ocpp.ChangeConfigurationParams;
import ocpp.cp._2015._10.ChangeConfigurationRequest;
import ocpp.cp._2015._10.ChangeConfigurationResponse;
import ocpp.cp._2015._10.ConfigurationStatus;

/** Sends ChangeConfiguration. */
public class ChangeConfigurationTask extends CommunicationTask<ChangeConfigurationParams, ConfigurationStatus> {

    public ChangeConfigurationTask(ChangeConfigurationParams params, ChargePointService chargePoints) {
        super(params);
    }

    @Override
    public ChangeConfigurationRequest getOcpp16Request() {
        return new ChangeConfigurationRequest()
                .withKey(params.getCustomConfKey())
                .withValue(params.getValue());
    }

    @Override
    public Class<ChangeConfigurationResponse> responseClass() {
        return ChangeConfigurationResponse.class;
    }

    @Override
    protected ConfigurationStatus resultOf(ResponseType response) {
        return ((ChangeConfigurationResponse) response).getStatus();
    }
}
