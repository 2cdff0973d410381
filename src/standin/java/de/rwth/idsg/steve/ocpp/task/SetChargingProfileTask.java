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
import de.rwth.idsg.steve.web.dto.ocpp.MultipleChargePointSelect;
import ocpp.cp._2015._10.ChargingProfileStatus;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import ocpp.cp._2015._10.SetChargingProfileResponse;

/** Sends SetChargingProfile. */
public abstract class SetChargingProfileTask
        extends CommunicationTask<MultipleChargePointSelect, ChargingProfileStatus> {

    public SetChargingProfileTask(MultipleChargePointSelect params) {
        super(params);
    }

    @Override
    public abstract SetChargingProfileRequest getOcpp16Request();

    @Override
    public Class<SetChargingProfileResponse> responseClass() {
        return SetChargingProfileResponse.class;
    }

    @Override
    protected ChargingProfileStatus resultOf(ResponseType response) {
        return ((SetChargingProfileResponse) response).getStatus();
    }
}
