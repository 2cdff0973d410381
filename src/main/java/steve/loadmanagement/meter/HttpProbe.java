/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.HttpPoll;

/** Asks an address for JSON. */
final class HttpProbe implements Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final HttpPoll source;
    private final HttpRequest request;

    HttpProbe(HttpPoll source, @Nullable String password) {
        this.source = source;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(source.url()))
                .timeout(PATIENCE)
                .header("Accept", "application/json, text/plain");
        if (source.user() != null) {
            String credentials = source.user() + ":" + (password == null ? "" : password);
            builder.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        this.request = builder.build();
    }

    @Override
    public Map<MeterQuantity, BigDecimal> read() throws MeterFailure {
        String host = request.uri().getAuthority();
        try {
            HttpResponse<String> response = client.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), TextValues.LONGEST));
            if (response.statusCode() != OK) {
                throw new MeterFailure(host + " answers with status " + response.statusCode());
            }
            return TextValues.of(response.body(), source.values());
        } catch (IOException e) {
            throw MeterFailure.of(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw MeterFailure.of(host, e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
