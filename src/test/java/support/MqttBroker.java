/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/** A broker, which is not ours, that lets in user {@value #USER} with password {@value #PASSWORD}. */
public final class MqttBroker implements AutoCloseable {

    public static final String USER = "meter";
    public static final String PASSWORD = "secret";

    private final Server server = new Server();
    private final int port;

    /**
     * Starts it.
     *
     * @param port of MQTT without TLS, on which {@link #publish} publishes
     * @param tls with TLS on its port too; null: without
     */
    public MqttBroker(Path folder, int port, @Nullable Tls tls) throws IOException {
        this.port = port;
        Properties properties = new Properties();
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("data_path", folder + "/");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("allow_anonymous", "false");
        properties.setProperty("telemetry_enabled", "false");
        if (tls != null) {
            properties.setProperty("ssl_port", Integer.toString(tls.port()));
            properties.setProperty("jks_path", tls.identity().store().toString());
            properties.setProperty("key_store_type", "pkcs12");
            properties.setProperty("key_store_password", BrokerIdentity.PASSWORD);
            properties.setProperty("key_manager_password", BrokerIdentity.PASSWORD);
        }
        server.startServer(
                new MemoryConfig(properties),
                List.of(),
                null,
                (clientId, user, password) ->
                        USER.equals(user) && PASSWORD.equals(new String(password, StandardCharsets.UTF_8)),
                null);
    }

    /** Where it speaks TLS, and as whom. */
    public record Tls(int port, BrokerIdentity identity) {}

    /** One message, which the broker keeps for those who come later. */
    public void publish(String topic, String text) throws MqttException {
        MqttClient client = new MqttClient("tcp://127.0.0.1:" + port, "device", new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(USER);
        options.setPassword(PASSWORD.toCharArray());
        options.setConnectionTimeout(5);
        client.connect(options);
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, true);
        client.disconnect();
        client.close();
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
