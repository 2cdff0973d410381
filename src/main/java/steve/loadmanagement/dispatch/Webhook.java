/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.history.AlarmNews;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alarms as a signed POST of JSON. The header {@code X-Load-Management-Signature} is {@code sha256=} and the HMAC-SHA256, in
 * hex, of the header {@code X-Load-Management-Timestamp} (s since 1970), a dot and the body, with the secret as key. Three
 * tries at most.
 */
public final class Webhook implements AlarmNews.Herald {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int TRIES = 3;
    private static final int FIRST_ERROR = 300;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final URI url;
    private final String secret;
    private final Clock clock;

    /** @param secret shared with whoever listens; not empty */
    public Webhook(URI url, String secret, Clock clock) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs a secret");
        }
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void tell(Alarm alarm) {
        String body = JsonMapper.shared().writeValueAsString(alarm);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("X-Load-Management-Timestamp", timestamp)
                .header("X-Load-Management-Signature", "sha256=" + signature(secret, timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String failure = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            failure = send(request);
            if (failure.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException(failure);
    }

    /** What went wrong; empty: nothing. */
    private String send(HttpRequest request) {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status < FIRST_ERROR ? "" : "answered " + status;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "webhook";
    }
}
