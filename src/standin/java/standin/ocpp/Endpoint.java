/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import de.rwth.idsg.steve.SteveException;
import de.rwth.idsg.steve.ocpp.OcppVersion;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketConnected;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketDisconnected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import standin.store.Stations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The WebSocket of the stations. What it throws closes the socket with 1011, as in SteVe. */
@Component
class Endpoint extends TextWebSocketHandler implements SubProtocolCapable, HandshakeInterceptor {

    private static final String CHARGE_BOX_ID = "chargeBoxId";
    private static final Pattern SOUND_ID = Pattern.compile("[^=/()<>]+");

    private final Sessions sessions;
    private final Stations stations;
    private final IncomingCalls incoming;
    private final OutgoingCalls outgoing;
    private final ApplicationEventPublisher events;

    Endpoint(
            Sessions sessions,
            Stations stations,
            IncomingCalls incoming,
            OutgoingCalls outgoing,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.stations = stations;
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.events = events;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(OcppVersion.V_16.getValue());
    }

    /** Only stations that are registered may connect, however they spell upper and lower case. */
    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        String path = request.getURI().getPath();
        String said = path.substring(path.lastIndexOf('/') + 1);
        if (!SOUND_ID.matcher(said).matches() || !said.strip().equals(said)) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
            return false;
        }
        Optional<String> registered =
                stations.ids().stream().filter(said::equalsIgnoreCase).findFirst();
        if (registered.isEmpty()) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return false;
        }
        attributes.put(CHARGE_BOX_ID, registered.get());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @org.jspecify.annotations.Nullable Exception exception) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        String chargeBoxId = chargeBoxId(socket);
        if (sessions.add(new Session(chargeBoxId, socket))) {
            events.publishEvent(new OcppStationWebSocketConnected(chargeBoxId, OcppVersion.V_16));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        String chargeBoxId = chargeBoxId(socket);
        if (sessions.remove(chargeBoxId, socket)) {
            events.publishEvent(new OcppStationWebSocketDisconnected(chargeBoxId, OcppVersion.V_16));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) throws Exception {
        if (message.getPayload().isEmpty()) {
            return;
        }
        Session session = sessions.of(chargeBoxId(socket), socket);
        if (session == null) {
            return;
        }
        JsonNode frame = frame(message.getPayload());
        switch (frame.path(0).asInt(0)) {
            case OcppJson.CALL -> session.send(incoming.answer(frame, session.chargeBoxId()));
            case OcppJson.CALL_RESULT, OcppJson.CALL_ERROR -> outgoing.answered(session, frame);
            default -> throw new SteveException("not a frame of OCPP-J");
        }
    }

    private static JsonNode frame(String text) {
        try {
            return OcppJson.read(text);
        } catch (JacksonException e) {
            throw new SteveException("not JSON", e);
        }
    }

    private static String chargeBoxId(WebSocketSession socket) {
        return String.valueOf(socket.getAttributes().get(CHARGE_BOX_ID));
    }
}
