/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallbackExtended;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.Broker;

/** MQTT 3.1.1. */
final class Mqtt3Client implements MqttClient {

    private static final Logger LOG = LoggerFactory.getLogger(Mqtt3Client.class);
    private static final int PATIENCE_S = 5;
    private static final int KEEP_ALIVE_S = 15;

    private final String url;
    private final MqttAsyncClient client;
    private final MqttConnectOptions options = new MqttConnectOptions();

    Mqtt3Client(Broker broker, @Nullable String password) throws MeterFailure {
        this.url = broker.url();
        try {
            this.client = new MqttAsyncClient(url, MqttAsyncClient.generateClientId(), new MemoryPersistence());
        } catch (MqttException | IllegalArgumentException e) {
            throw MeterFailure.of(url, e);
        }
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setAutomaticReconnect(true);
        options.setMaxReconnectDelay(PATIENCE_S * 1000);
        options.setConnectionTimeout(PATIENCE_S);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        if (broker.certificate() != null) {
            options.setSocketFactory(Trust.in(broker.certificate()));
        }
        if (broker.user() != null) {
            options.setUserName(broker.user());
            options.setPassword((password == null ? "" : password).toCharArray());
        }
    }

    @Override
    public void connect(Collection<String> topics, BiConsumer<String, String> onMessage) throws MeterFailure {
        client.setCallback(new Callback(topics, onMessage));
        try {
            client.connect(options).waitForCompletion(PATIENCE_S * 1000L);
        } catch (MqttException e) {
            throw MeterFailure.of(url, e);
        }
    }

    private final class Callback implements MqttCallbackExtended {

        private final Collection<String> topics;
        private final BiConsumer<String, String> onMessage;

        Callback(Collection<String> topics, BiConsumer<String, String> onMessage) {
            this.topics = topics;
            this.onMessage = onMessage;
        }

        @Override
        public void connectComplete(boolean isAgain, String server) {
            for (String topic : topics) {
                try {
                    client.subscribe(topic, 1);
                } catch (MqttException e) {
                    LOG.warn("{}: topic {} cannot be subscribed", url, topic, e);
                }
            }
        }

        @Override
        public void connectionLost(Throwable cause) {
            LOG.info("{}: the connection is gone, and tried again", url);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            onMessage.accept(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            LOG.trace("nothing is sent here");
        }
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, 1, false);
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("{} was not connected", url, e);
        }
    }
}
