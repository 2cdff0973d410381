/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.control.Alarm;

/** A webhook says what happened, in a way that whoever knows the secret can check; and tries again. */
class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Alarm ALARM =
            new Alarm(Alarm.Kind.NOT_FOLLOWING, "CP1/1", "draws 16.0 A, told 10.0 A", NOW, null);

    @Test
    void aKnownTextHasAKnownSignature() {
        // RFC 4231, test case 2
        assertThat(Webhook.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void theBodyIsSignedAndComesAgainAfterAnError() throws IOException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        List<String> signatures = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst("X-Load-Management-Signature"));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            new Webhook(url, "secret", Clock.fixed(NOW, ZoneOffset.UTC)).tell(ALARM);
        } finally {
            server.stop(0);
        }
        assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(body).contains("\"NOT_FOLLOWING\"", "\"CP1/1\""));
        String signed = NOW.getEpochSecond() + "." + bodies.getFirst();
        assertThat(signatures).containsOnly("sha256=" + Webhook.signature("secret", signed));
    }
}
