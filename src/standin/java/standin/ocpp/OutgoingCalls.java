/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import de.rwth.idsg.ocpp.jaxb.RequestType;
import de.rwth.idsg.steve.SteveException;
import de.rwth.idsg.steve.ocpp.CommunicationTask;
import de.rwth.idsg.steve.ocpp.ws.data.ErrorCode;
import de.rwth.idsg.steve.ocpp.ws.data.OcppJsonError;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Calls to stations. As in SteVe: any number may be outstanding; who never answers is never reported, his call is dropped
 * by the next send after 30 s; an answer later than that, or one that makes no sense, fails the call, and the exception
 * that reports it closes the station's socket.
 */
@Component
public class OutgoingCalls {

    private final Sessions sessions;
    private final SoapCalls soap;
    private final Clock clock;

    OutgoingCalls(Sessions sessions, SoapCalls soap, Clock clock) {
        this.sessions = sessions;
        this.soap = soap;
        this.clock = clock;
    }

    /** Sends on the caller's thread; what goes wrong on the way is told to the task. */
    public void send(ChargePointSelect select, CommunicationTask<?, ?> task) {
        String chargeBoxId = select.getChargeBoxId();
        try {
            if (!select.isJson()) {
                soap.send(select, task);
                return;
            }
            Session session = sessions.newest(chargeBoxId);
            if (session == null) {
                throw new SteveException("No session context for " + chargeBoxId);
            }
            send(session, task);
        } catch (IOException | RuntimeException e) {
            task.failed(chargeBoxId, e);
        }
    }

    private void send(Session session, CommunicationTask<?, ?> task) throws IOException {
        RequestType request = task.getOcpp16Request();
        String action = request.getClass().getSimpleName().replace("Request", "");
        String id = UUID.randomUUID().toString();
        session.waiting().values().removeIf(call -> call.hasTimedOut(clock.instant()));
        session.waiting().put(id, new WaitingCall(task, clock.instant()));
        if (session.isOpen()) {
            session.send(OcppJson.call(id, action, request));
        } else {
            session.waiting().remove(id);
        }
    }

    /** Takes the answer of a station to the task that waits for it. */
    void answered(Session session, JsonNode frame) {
        WaitingCall call = session.waiting().remove(frame.path(1).asString(""));
        if (call == null) {
            throw new SteveException("an answer to no call");
        }
        try {
            deliver(session.chargeBoxId(), call, frame);
        } catch (SteveException e) {
            call.task().failed(session.chargeBoxId(), e);
            throw e;
        }
    }

    private void deliver(String chargeBoxId, WaitingCall call, JsonNode frame) {
        if (call.hasTimedOut(clock.instant())) {
            throw new SteveException("A response message was received to an expired call");
        }
        OcppJsonError error = frame.path(0).asInt() == OcppJson.CALL_ERROR ? error(frame) : null;
        if (error != null) {
            call.task().success(chargeBoxId, error);
        } else {
            call.task().answered(chargeBoxId, read(call, frame));
        }
    }

    private static de.rwth.idsg.ocpp.jaxb.ResponseType read(WaitingCall call, JsonNode frame) {
        try {
            return OcppJson.payload(frame.path(2), call.task().responseClass());
        } catch (RuntimeException e) {
            throw new SteveException("the answer makes no sense", e);
        }
    }

    private static @Nullable OcppJsonError error(JsonNode frame) {
        OcppJsonError error = new OcppJsonError();
        try {
            error.setErrorCode(ErrorCode.valueOf(frame.path(2).asString("")));
        } catch (IllegalArgumentException e) {
            throw new SteveException("an unknown error code", e);
        }
        error.setErrorDescription(frame.path(3).asString(""));
        return error;
    }
}
