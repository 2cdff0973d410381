/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Where stations connect: SteVe's path. */
@Configuration
@EnableWebSocket
class WebSockets implements WebSocketConfigurer {

    private static final long LARGEST_MESSAGE_BYTES = 8_388_608;
    private static final Duration IDLE_TIMEOUT = Duration.ofHours(2);

    private final Endpoint endpoint;

    WebSockets(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        JettyRequestUpgradeStrategy strategy = new JettyRequestUpgradeStrategy();
        strategy.addWebSocketConfigurer(configurable -> {
            configurable.setMaxTextMessageSize(LARGEST_MESSAGE_BYTES);
            configurable.setIdleTimeout(IDLE_TIMEOUT);
        });
        registry.addHandler(endpoint, "/websocket/CentralSystemService/*")
                .addInterceptors(endpoint)
                .setHandshakeHandler(new DefaultHandshakeHandler(strategy))
                .setAllowedOrigins("*");
    }
}
