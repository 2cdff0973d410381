/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.web.dto.ocpp;

import ocpp.cp._2015._10.ChargingProfilePurposeType;

/** What ClearChargingProfile is asked for. */
public class ClearChargingProfileParams extends MultipleChargePointSelect {

    private ClearChargingProfileFilterType filterType;
    private Integer chargingProfilePk;
    private Integer connectorId;
    private ChargingProfilePurposeType chargingProfilePurpose;
    private Integer stackLevel;

    public ClearChargingProfileFilterType getFilterType() {
        return filterType;
    }

    public void setFilterType(ClearChargingProfileFilterType filterType) {
        this.filterType = filterType;
    }

    public Integer getChargingProfilePk() {
        return chargingProfilePk;
    }

    public void setChargingProfilePk(Integer chargingProfilePk) {
        this.chargingProfilePk = chargingProfilePk;
    }

    public Integer getConnectorId() {
        return connectorId;
    }

    public void setConnectorId(Integer connectorId) {
        this.connectorId = connectorId;
    }

    public ChargingProfilePurposeType getChargingProfilePurpose() {
        return chargingProfilePurpose;
    }

    public void setChargingProfilePurpose(ChargingProfilePurposeType chargingProfilePurpose) {
        this.chargingProfilePurpose = chargingProfilePurpose;
    }

    public Integer getStackLevel() {
        return stackLevel;
    }

    public void setStackLevel(Integer stackLevel) {
        this.stackLevel = stackLevel;
    }
}
