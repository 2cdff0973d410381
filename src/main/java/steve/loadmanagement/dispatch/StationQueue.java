/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.ledger.Outcome;

/** What waits for one station: at most one setpoint of each kind for each EVSE, the newest. One is in flight at a time. */
final class StationQueue {

    private final Consumer<Flight> start;
    private final Map<Object, Order> waiting = new LinkedHashMap<>();
    private @Nullable Flight inFlight;

    StationQueue(Consumer<Flight> start) {
        this.start = start;
    }

    /** A call to the station. */
    @FunctionalInterface
    interface Call {

        /** Sends it; {@code landed} is told what the station says, or nothing if it is silent. */
        void send(Consumer<Outcome> landed);
    }

    /**
     * A call and who wants to know what became of it.
     *
     * @param place of two orders with the same one the newer holds
     */
    record Order(Object place, Call call, Instant goodUntil, Consumer<Outcome> whenDone) {

        void done(Outcome outcome) {
            whenDone.accept(outcome);
        }
    }

    /** An order on its way. Lands once; what comes later is not heard. */
    final class Flight {

        private final Order order;
        private final AtomicBoolean hasLanded = new AtomicBoolean();

        private Flight(Order order) {
            this.order = order;
        }

        void send() {
            order.call().send(this::land);
        }

        boolean isTooLate(Instant now) {
            return now.isAfter(order.goodUntil());
        }

        void land(Outcome outcome) {
            if (hasLanded.compareAndSet(false, true)) {
                order.done(outcome);
                next(this);
            }
        }
    }

    void add(Order order) {
        Order superseded;
        Flight flight;
        synchronized (this) {
            superseded = waiting.put(order.place(), order);
            flight = takeOff();
        }
        if (superseded != null) {
            superseded.done(new Outcome.Superseded());
        }
        if (flight != null) {
            start.accept(flight);
        }
    }

    private void next(Flight landed) {
        Flight flight;
        synchronized (this) {
            inFlight = inFlight == landed ? null : inFlight;
            flight = takeOff();
        }
        if (flight != null) {
            start.accept(flight);
        }
    }

    private @Nullable Flight takeOff() {
        if (inFlight != null || waiting.isEmpty()) {
            return null;
        }
        Object first = waiting.keySet().iterator().next();
        Order order = waiting.remove(first);
        inFlight = order == null ? null : new Flight(order);
        return inFlight;
    }
}
