/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.repository.dto;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.ocpp.OcppTransport;

/** A station and how to reach it. */
public final class ChargePointSelect {

    private final OcppProtocol ocppProtocol;
    private final String chargeBoxId;
    private final String endpointAddress;

    public ChargePointSelect(OcppProtocol ocppProtocol, String chargeBoxId, String endpointAddress) {
        this.ocppProtocol = ocppProtocol;
        this.chargeBoxId = chargeBoxId;
        this.endpointAddress = endpointAddress;
    }

    public ChargePointSelect(OcppProtocol ocppProtocol, String chargeBoxId) {
        this(ocppProtocol, chargeBoxId, "-");
    }

    public OcppProtocol getOcppProtocol() {
        return ocppProtocol;
    }

    public String getChargeBoxId() {
        return chargeBoxId;
    }

    public String getEndpointAddress() {
        return endpointAddress;
    }

    public boolean isJson() {
        return ocppProtocol.getTransport() == OcppTransport.JSON;
    }
}
