/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A broker of MQTT 5 on Vert.x, which speaks the protocol, with as much of a broker as one publisher needs: it lets in user
 * {@value MqttBroker#USER} with password {@value MqttBroker#PASSWORD}, and keeps the last message of each topic.
 */
public final class Mqtt5Broker implements AutoCloseable {

    private static final int VERSION = 5;
    private static final long LONGEST_S = 20;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Map<MqttEndpoint, Set<String>> subscribed = new ConcurrentHashMap<>();

    /** @param identity it speaks TLS as that; null: without TLS */
    public Mqtt5Broker(int port, @Nullable BrokerIdentity identity) throws Exception {
        MqttServerOptions options = new MqttServerOptions().setHost("127.0.0.1").setPort(port);
        if (identity != null) {
            options.setSsl(true)
                    .setKeyCertOptions(new PfxOptions()
                            .setPath(identity.store().toString())
                            .setPassword(BrokerIdentity.PASSWORD));
        }
        MqttServer server = MqttServer.create(vertx, options);
        server.exceptionHandler(_ -> {});
        server.endpointHandler(this::connected)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(LONGEST_S, TimeUnit.SECONDS);
    }

    private void connected(MqttEndpoint client) {
        boolean isKnown = client.protocolVersion() == VERSION
                && client.auth() != null
                && client.auth().getUsername().equals(MqttBroker.USER)
                && client.auth().getPassword().equals(MqttBroker.PASSWORD);
        if (!isKnown) {
            client.reject(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD);
            return;
        }
        client.subscribeHandler(message -> subscribe(client, message));
        client.closeHandler(_ -> subscribed.remove(client));
        client.accept(false);
    }

    private void subscribe(MqttEndpoint client, MqttSubscribeMessage message) {
        client.subscribeAcknowledge(
                message.messageId(),
                message.topicSubscriptions().stream()
                        .map(it -> it.qualityOfService())
                        .toList());
        message.topicSubscriptions().forEach(topic -> {
            subscribed
                    .computeIfAbsent(client, _ -> ConcurrentHashMap.newKeySet())
                    .add(topic.topicName());
            String text = kept.get(topic.topicName());
            if (text != null) {
                send(client, topic.topicName(), text);
            }
        });
    }

    /** One message, which is kept for those who come later. */
    public void publish(String topic, String text) {
        kept.put(topic, text);
        subscribed.forEach((client, topics) -> {
            if (topics.contains(topic)) {
                send(client, topic, text);
            }
        });
    }

    private static void send(MqttEndpoint client, String topic, String text) {
        client.publish(topic, Buffer.buffer(text), MqttQoS.AT_LEAST_ONCE, false, true);
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(LONGEST_S, TimeUnit.SECONDS);
    }
}
