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
                "BootNotification", new Action<>(BootNotificationRequest.class, service::bootNotification),
                "Heartbeat", new Action<>(HeartbeatRequest.class, (request, id, _) -> service.heartbeat(request, id)),
                "Authorize", new Action<>(AuthorizeRequest.class, (request, id, _) -> service.authorize(request, id)),
                "StatusNotification",
                        new Action<>(
                                StatusNotificationRequest.class,
                                (request, id, _) -> service.statusNotification(request, id)),
                "StartTransaction",
                        new Action<>(
                                StartTransactionRequest.class,
                                (request, id, _) -> service.startTransaction(request, id)),
                "StopTransaction",
                        new Action<>(
                                StopTransactionRequest.class, (request, id, _) -> service.stopTransaction(request, id)),
                "MeterValues",
                        new Action<>(MeterValuesRequest.class, (request, id, _) -> service.meterValues(request, id)),
                "DataTransfer",
                        new Action<>(DataTransferRequest.class, (request, id, _) -> service.dataTransfer(request, id)));
    }

    private interface Handler<T> {
        Object answer(T request, String chargeBoxId, OcppProtocol protocol);
    }

    private record Action<T>(Class<T> type, Handler<T> handler) {

        Object handle(JsonNode payload, String chargeBoxId, OcppProtocol protocol) {
            T request = protocol == OcppProtocol.V_16_JSON
                    ? OcppJson.payload(payload, type)
                    : OcppJson.plainPayload(payload, type);
            return handler.answer(request, chargeBoxId, protocol);
        }
    }

    /** The answer to a call that came some other way than by a frame. */
    JsonNode handle(String action, JsonNode payload, String chargeBoxId, OcppProtocol protocol) {
        Action<?> known = actions.get(action);
        if (known == null) {
            throw new IllegalArgumentException("unknown action " + action);
        }
        return OcppJson.plainTree(known.handle(payload, chargeBoxId, protocol));
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
            return OcppJson.result(id, action.handle(frame.path(3), chargeBoxId, OcppProtocol.V_16_JSON));
        } catch (JacksonException e) {
            LOG.warn("{}: a payload makes no sense: {}", chargeBoxId, e.getOriginalMessage());
            return OcppJson.error(id, "PropertyConstraintViolation", "the payload makes no sense");
        } catch (RuntimeException e) {
            LOG.error("{}: a call could not be handled", chargeBoxId, e);
            return OcppJson.error(id, "InternalError", "the call could not be handled");
        }
    }
}
