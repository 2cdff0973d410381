/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import steve.loadmanagement.control.StationCommands;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;

/**
 * One queue for each station: OCPP-J 1.6, section 4.1.1, allows one outstanding call. Sending may block for seconds, so
 * each send has a virtual thread of its own; a silent station costs none.
 */
public final class Dispatcher implements StationCommands, AutoCloseable {

    private final Transport transport;
    private final Duration timeout;
    private final Clock clock;
    private final Map<String, StationQueue> queues = new ConcurrentHashMap<>();
    private final ExecutorService senders;
    private final ScheduledExecutorService timer;

    /**
     * @param timeout how long a station may take to answer; SteVe reports none that never does
     */
    public Dispatcher(Transport transport, Duration timeout, Clock clock) {
        this(
                transport,
                timeout,
                clock,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("load-management-send-", 0).factory()),
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                        .name("load-management-timeout")
                        .daemon()
                        .factory()));
    }

    Dispatcher(
            Transport transport,
            Duration timeout,
            Clock clock,
            ExecutorService senders,
            ScheduledExecutorService timer) {
        this.transport = transport;
        this.timeout = timeout;
        this.clock = clock;
        this.senders = senders;
        this.timer = timer;
    }

    @Override
    public void send(Setpoint setpoint, Instant goodUntil, BiConsumer<Setpoint, Outcome> whenDone) {
        add(
                setpoint.evse().chargeBoxId(),
                new StationQueue.Order(
                        new Place(setpoint.evse(), setpoint.getClass()),
                        landed -> transport.send(setpoint, landed),
                        goodUntil,
                        outcome -> whenDone.accept(setpoint, outcome)));
    }

    private record Place(EvseRef evse, Class<? extends Setpoint> kind) {}

    /** Queues a call to a station behind those that wait already. */
    void add(String chargeBoxId, StationQueue.Order order) {
        queues.computeIfAbsent(chargeBoxId, _ -> new StationQueue(this::start)).add(order);
    }

    private void start(StationQueue.Flight flight) {
        timer.schedule(() -> flight.land(new Outcome.Unanswered()), timeout.toMillis(), TimeUnit.MILLISECONDS);
        senders.execute(() -> {
            try {
                if (flight.isTooLate(clock.instant())) {
                    flight.land(new Outcome.Expired());
                    return;
                }
                flight.send();
            } catch (RuntimeException e) {
                flight.land(new Outcome.Failed(String.valueOf(e.getMessage())));
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
    }
}
