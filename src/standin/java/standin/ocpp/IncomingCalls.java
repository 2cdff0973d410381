/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.service.CentralSystemService16_Service;
import java.util.Map;
import java.util.function.BiFunction;
import ocpp.cs._2015._10.AuthorizeRequest;
import ocpp.cs._2015._10.BootNotificationRequest;
import ocpp.cs._2015._10.DataTransferRequest;
import ocpp.cs._2015._10.HeartbeatRequest;
import ocpp.cs._2015._10.MeterValuesRequest;
import ocpp.cs._2015._10.StartTransactionRequest;
import ocpp.cs._2015._10.StatusNotificationRequest;
import ocpp.cs._2015._10.StopTransactionRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls of stations: read, handed to the service, answered, all on the station's thread. */
@Component
class IncomingCalls {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingCalls.class);

    private final Map<String, Action<?>> actions;

    IncomingCalls(CentralSystemService16_Service service) {
        actions = Map.of(
                "BootNotification",
                        new Action<>(
                                BootNotificationRequest.class,
                                (request, id) -> service.bootNotification(request, id, OcppProtocol.V_16_JSON)),
                "Heartbeat", new Action<>(HeartbeatRequest.class, service::heartbeat),
                "Authorize", new Action<>(AuthorizeRequest.class, service::authorize),
                "StatusNotification", new Action<>(StatusNotificationRequest.class, service::statusNotification),
                "StartTransaction", new Action<>(StartTransactionRequest.class, service::startTransaction),
                "StopTransaction", new Action<>(StopTransactionRequest.class, service::stopTransaction),
                "MeterValues", new Action<>(MeterValuesRequest.class, service::meterValues),
                "DataTransfer", new Action<>(DataTransferRequest.class, service::dataTransfer));
    }

    private record Action<T>(Class<T> type, BiFunction<T, String, Object> handler) {

        Object handle(JsonNode payload, String chargeBoxId) {
            return handler.apply(OcppJson.payload(payload, type), chargeBoxId);
        }
    }

    /** The answer to a call, as text. */
    String answer(JsonNode frame, String chargeBoxId) {
        String id = frame.path(1).asString("");
        if (!frame.path(1).isString() || id.isEmpty()) {
            return OcppJson.error(id, "FormationViolation", "a call has an id");
        }
        Action<?> action = actions.get(frame.path(2).asString(""));
        if (action == null) {
            return OcppJson.error(id, "NotImplemented", "unknown action");
        }
        try {
            return OcppJson.result(id, action.handle(frame.path(3), chargeBoxId));
        } catch (JacksonException e) {
            LOG.warn("{}: a payload makes no sense: {}", chargeBoxId, e.getOriginalMessage());
            return OcppJson.error(id, "PropertyConstraintViolation", "the payload makes no sense");
        } catch (RuntimeException e) {
            LOG.error("{}: a call could not be handled", chargeBoxId, e);
            return OcppJson.error(id, "InternalError", "the call could not be handled");
        }
    }
}
