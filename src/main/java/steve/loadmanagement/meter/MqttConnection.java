/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource.Mqtt;
import steve.loadmanagement.unit.Voltage;

/** A meter that publishes: connects, again and again until it succeeds, and takes what comes. */
final class MqttConnection implements Connection {

    private static final long AGAIN_AFTER_S = 5;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final MeterSettings meter;
    private final Mqtt source;
    private final Clock clock;
    private final Consumer<MeterReading> sink;
    private final TopicValues values;

    private MqttConnection(MeterSettings meter, Mqtt source, Clock clock, Consumer<MeterReading> sink) {
        this.meter = meter;
        this.source = source;
        this.clock = clock;
        this.sink = sink;
        this.values = new TopicValues(source.values(), meter.maximumAge());
    }

    static MqttConnection start(
            MeterSettings meter, Mqtt source, @Nullable String password, Clock clock, Consumer<MeterReading> sink) {
        MqttConnection connection = new MqttConnection(meter, source, clock, sink);
        Thread.ofVirtual().name("load-management-meter-" + meter.id()).start(() -> connection.run(password));
        return connection;
    }

    private void run(@Nullable String password) {
        try {
            boolean isConnected = false;
            MqttClient client = null;
            do {
                try {
                    client = client == null
                            ? MqttClient.of(source.version(), source.url(), source.user(), password)
                            : client;
                    if (!isConnected) {
                        client.connect(values.topics(), this::onMessage);
                        isConnected = true;
                    }
                } catch (MeterFailure e) {
                    sink.accept(new MeterReading.Unusable(meter.id(), e.words(), clock.instant()));
                }
            } while (!closed.await(AGAIN_AFTER_S, TimeUnit.SECONDS));
            if (client != null) {
                client.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onMessage(String topic, String text) {
        try {
            Map<MeterQuantity, BigDecimal> complete = values.after(topic, text, clock.instant());
            if (complete != null) {
                sink.accept(MeterReading.of(meter, complete, Voltage.NOMINAL, clock.instant()));
            }
        } catch (MeterFailure e) {
            sink.accept(new MeterReading.Unusable(meter.id(), topic + ": " + e.words(), clock.instant()));
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
