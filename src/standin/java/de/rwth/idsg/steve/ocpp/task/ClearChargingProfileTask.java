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
import de.rwth.idsg.steve.repository.ChargingProfileRepository;
import de.rwth.idsg.steve.web.dto.ocpp.ClearChargingProfileParams;
import ocpp.cp._2015._10.ClearChargingProfileRequest;
import ocpp.cp._2015._10.ClearChargingProfileResponse;
import ocpp.cp._2015._10.ClearChargingProfileStatus;

/** Sends ClearChargingProfile. */
public class ClearChargingProfileTask
        extends CommunicationTask<ClearChargingProfileParams, ClearChargingProfileStatus> {

    public ClearChargingProfileTask(ClearChargingProfileParams params, ChargingProfileRepository profiles) {
        super(params);
    }

    @Override
    public ClearChargingProfileRequest getOcpp16Request() {
        return new ClearChargingProfileRequest()
                .withId(params.getChargingProfilePk())
                .withConnectorId(params.getConnectorId())
                .withChargingProfilePurpose(params.getChargingProfilePurpose())
                .withStackLevel(params.getStackLevel());
    }

    @Override
    public Class<ClearChargingProfileResponse> responseClass() {
        return ClearChargingProfileResponse.class;
    }

    @Override
    protected ClearChargingProfileStatus resultOf(ResponseType response) {
        return ((ClearChargingProfileResponse) response).getStatus();
    }
}
