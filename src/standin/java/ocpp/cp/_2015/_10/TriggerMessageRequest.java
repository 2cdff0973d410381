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

/** The TriggerMessage request of OCPP 1.6, under SteVe's name. */
public class TriggerMessageRequest implements RequestType {

    private MessageTrigger requestedMessage;
    private Integer connectorId;

    public MessageTrigger getRequestedMessage() {
        return requestedMessage;
    }

    public boolean isSetRequestedMessage() {
        return requestedMessage != null;
    }

    public TriggerMessageRequest withRequestedMessage(MessageTrigger value) {
        this.requestedMessage = value;
        return this;
    }

    public Integer getConnectorId() {
        return connectorId;
    }

    public boolean isSetConnectorId() {
        return connectorId != null;
    }

    public TriggerMessageRequest withConnectorId(Integer value) {
        this.connectorId = value;
        return this;
    }
}
