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

/** The SetChargingProfile response of OCPP 1.6, under SteVe's name. */
public class SetChargingProfileResponse implements ResponseType {

    private ChargingProfileStatus status;

    public ChargingProfileStatus getStatus() {
        return status;
    }

    public boolean isSetStatus() {
        return status != null;
    }

    public SetChargingProfileResponse withStatus(ChargingProfileStatus value) {
        this.status = value;
        return this;
    }
}
