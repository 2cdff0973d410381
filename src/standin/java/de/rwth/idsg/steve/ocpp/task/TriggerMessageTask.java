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
import de.rwth.idsg.steve.web.dto.ocpp.TriggerMessageParams;
import ocpp.cp._2015._10.MessageTrigger;
import ocpp.cp._2015._10.TriggerMessageRequest;
import ocpp.cp._2015._10.TriggerMessageResponse;
import ocpp.cp._2015._10.TriggerMessageStatus;

/** Sends TriggerMessage. */
public class TriggerMessageTask extends CommunicationTask<TriggerMessageParams, TriggerMessageStatus> {

    public TriggerMessageTask(TriggerMessageParams params) {
        super(params);
    }

    @Override
    public TriggerMessageRequest getOcpp16Request() {
        return new TriggerMessageRequest()
                .withRequestedMessage(
                        MessageTrigger.fromValue(params.getTriggerMessage().value()))
                .withConnectorId(params.getConnectorId());
    }

    @Override
    public Class<TriggerMessageResponse> responseClass() {
        return TriggerMessageResponse.class;
    }

    @Override
    protected TriggerMessageStatus resultOf(ResponseType response) {
        return ((TriggerMessageResponse) response).getStatus();
    }
}
