/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Broker;

/** Topics of a broker: connects, again and again until it succeeds, and hands on what comes. */
final class MqttConnection implements Connection {

    private static final long AGAIN_AFTER_S = 5;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Broker broker;
    private final Topics topics;

    private MqttConnection(Broker broker, Topics topics) {
        this.broker = broker;
        this.topics = topics;
    }

    /** @param name of its thread */
    static MqttConnection start(String name, Broker broker, @Nullable String password, Topics topics) {
        MqttConnection connection = new MqttConnection(broker, topics);
        Thread.ofVirtual().name(name).start(() -> connection.run(password));
        return connection;
    }

    private void run(@Nullable String password) {
        try {
            boolean isConnected = false;
            MqttClient client = null;
            do {
                try {
                    client = client == null ? MqttClient.of(broker, password) : client;
                    if (!isConnected) {
                        client.connect(topics.names(), topics::came);
                        isConnected = true;
                    }
                } catch (MeterFailure e) {
                    topics.failed(e.words());
                }
            } while (!closed.await(AGAIN_AFTER_S, TimeUnit.SECONDS));
            if (client != null) {
                client.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
