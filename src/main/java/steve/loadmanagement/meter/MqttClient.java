/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Broker;

/** A broker, whatever version of MQTT it speaks. Comes back by itself once it was connected. */
interface MqttClient extends AutoCloseable {

    /**
     * Connects and subscribes.
     *
     * @param topics at least once, quality of service 1
     * @param onMessage topic and text of each message, on a thread of the client
     * @throws MeterFailure if the broker is not there or refuses
     */
    void connect(Collection<String> topics, BiConsumer<String, String> onMessage) throws MeterFailure;

    @Override
    void close();

    /** A client of the broker's version: 5, else 3.1.1. */
    static MqttClient of(Broker broker, @Nullable String password) throws MeterFailure {
        return broker.version() == 5 ? new Mqtt5Client(broker, password) : new Mqtt3Client(broker, password);
    }
}
