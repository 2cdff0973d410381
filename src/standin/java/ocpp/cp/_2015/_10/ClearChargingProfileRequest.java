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

/** The ClearChargingProfile request of OCPP 1.6, under SteVe's name. */
public class ClearChargingProfileRequest implements RequestType {

    private Integer id;
    private Integer connectorId;
    private ChargingProfilePurposeType chargingProfilePurpose;
    private Integer stackLevel;

    public Integer getId() {
        return id;
    }

    public boolean isSetId() {
        return id != null;
    }

    public ClearChargingProfileRequest withId(Integer value) {
        this.id = value;
        return this;
    }

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public ClearChargingProfileRequest withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }

    public ChargingProfilePurposeType getChargingProfilePurpose() {
        return chargingProfilePurpose;
    }

    public boolean isSetChargingProfilePurpose() {
        return chargingProfilePurpose != null;
    }

    public ClearChargingProfileRequest withChargingProfilePurpose(ChargingProfilePurposeType value) {
        this.chargingProfilePurpose = value;
        return this;
    }

    public Integer getStackLevel() {
        return stackLevel;
    }

    public boolean isSetStackLevel() {
        return stackLevel != null;
    }

    public ClearChargingProfileRequest withStackLevel(Integer value) {
        this.stackLevel = value;
        return this;
    }
}
