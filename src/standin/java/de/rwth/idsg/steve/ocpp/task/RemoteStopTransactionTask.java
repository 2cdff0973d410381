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
import de.rwth.idsg.steve.web.dto.ocpp.RemoteStopTransactionParams;
import ocpp.cp._2015._10.RemoteStartStopStatus;
import ocpp.cp._2015._10.RemoteStopTransactionRequest;
import ocpp.cp._2015._10.RemoteStopTransactionResponse;

/** Sends RemoteStopTransaction. */
public class RemoteStopTransactionTask extends CommunicationTask<RemoteStopTransactionParams, RemoteStartStopStatus> {

    public RemoteStopTransactionTask(RemoteStopTransactionParams params) {
        super(params);
    }

    @Override
    public RemoteStopTransactionRequest getOcpp16Request() {
        return new RemoteStopTransactionRequest().withTransactionId(params.getTransactionId());
    }

    @Override
    public Class<RemoteStopTransactionResponse> responseClass() {
        return RemoteStopTransactionResponse.class;
    }

    @Override
    protected RemoteStartStopStatus resultOf(ResponseType response) {
        return ((RemoteStopTransactionResponse) response).getStatus();
    }
}
