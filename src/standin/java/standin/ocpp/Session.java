/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/** One WebSocket of a station, with the calls that wait for its answers. */
final class Session {

    private static final int SEND_LIMIT_MS = 10_000;
    private static final int BUFFER_LIMIT_BYTES = 5 * 1024 * 1024;

    private final String chargeBoxId;
    private final WebSocketSession socket;
    private final Map<String, WaitingCall> waiting = new ConcurrentHashMap<>();

    Session(String chargeBoxId, WebSocketSession socket) {
        this.chargeBoxId = chargeBoxId;
        this.socket = new ConcurrentWebSocketSessionDecorator(socket, SEND_LIMIT_MS, BUFFER_LIMIT_BYTES);
    }

    String chargeBoxId() {
        return chargeBoxId;
    }

    boolean is(WebSocketSession other) {
        return socket.getId().equals(other.getId());
    }

    Map<String, WaitingCall> waiting() {
        return waiting;
    }

    void send(String text) throws IOException {
        socket.sendMessage(new TextMessage(text));
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    void close(CloseStatus status) throws IOException {
        socket.close(status);
    }
}
