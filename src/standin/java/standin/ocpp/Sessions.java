/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;

/** The open sessions of each station; the newest is used for sending. A station may have several. */
@Component
public class Sessions {

    private final Map<String, Deque<Session>> byStation = new HashMap<>();

    /** Adds it; true if it is the station's only one. */
    synchronized boolean add(Session session) {
        Deque<Session> sessions = byStation.computeIfAbsent(session.chargeBoxId(), _ -> new ArrayDeque<>());
        sessions.addLast(session);
        return sessions.size() == 1;
    }

    /** Removes it; true if the station has none left. */
    synchronized boolean remove(String chargeBoxId, WebSocketSession socket) {
        Deque<Session> sessions = byStation.get(chargeBoxId);
        if (sessions == null) {
            return false;
        }
        sessions.removeIf(session -> session.is(socket));
        if (!sessions.isEmpty()) {
            return false;
        }
        byStation.remove(chargeBoxId);
        return true;
    }

    synchronized @Nullable Session newest(String chargeBoxId) {
        Deque<Session> sessions = byStation.get(chargeBoxId);
        return sessions == null ? null : sessions.peekLast();
    }

    synchronized @Nullable Session of(String chargeBoxId, WebSocketSession socket) {
        Deque<Session> sessions = byStation.get(chargeBoxId);
        return sessions == null
                ? null
                : sessions.stream()
                        .filter(session -> session.is(socket))
                        .findFirst()
                        .orElse(null);
    }

    public synchronized Set<String> connected() {
        return Collections.unmodifiableSet(new java.util.TreeSet<>(byStation.keySet()));
    }
}
