/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.ocpp.task;

import de.rwth.idsg.steve.SteveException;
import de.rwth.idsg.steve.web.dto.ocpp.MultipleChargePointSelect;
import ocpp.cp._2015._10.ChargingProfilePurposeType;
import ocpp.cp._2015._10.SetChargingProfileRequest;

/** Sends a charging profile that SteVe does not keep. */
public class SetChargingProfileTaskAdhoc extends SetChargingProfileTask {

    private final SetChargingProfileRequest request;

    public SetChargingProfileTaskAdhoc(MultipleChargePointSelect params, SetChargingProfileRequest request) {
        super(params);
        this.request = request;
        boolean isForTransaction =
                request.getCsChargingProfiles().getChargingProfilePurpose() == ChargingProfilePurposeType.TX_PROFILE;
        if (isForTransaction != request.getCsChargingProfiles().isSetTransactionId()) {
            throw new SteveException("a TxProfile, and no other, has a transaction id");
        }
    }

    @Override
    public SetChargingProfileRequest getOcpp16Request() {
        return request;
    }
}
