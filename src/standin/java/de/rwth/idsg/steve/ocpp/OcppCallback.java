/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.ocpp;

import de.rwth.idsg.steve.ocpp.ws.data.OcppJsonError;

/** Told what a station answered. An OCPP error is an answer too, and comes as a success. */
public interface OcppCallback<T> {

    void success(CommunicationTask<?, T> task, String chargeBoxId, T response);

    void success(CommunicationTask<?, T> task, String chargeBoxId, OcppJsonError error);

    /** The call did not reach the station, or its answer made no sense. */
    void failed(CommunicationTask<?, T> task, String chargeBoxId, Exception e);
}
