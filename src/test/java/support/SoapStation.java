/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import standin.ocpp.Soap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A station with OCPP-S 1.6: sends envelopes, takes calls at an address of its own, accepts all of them. */
public final class SoapStation implements AutoCloseable {

    private final List<JsonNode> profiles = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String centralSystem;
    private final String chargeBoxId;
    private final HttpServer server;

    private SoapStation(String centralSystem, String chargeBoxId, HttpServer server) {
        this.centralSystem = centralSystem;
        this.chargeBoxId = chargeBoxId;
        this.server = server;
    }

    public static SoapStation at(String centralSystem, String chargeBoxId) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SoapStation station = new SoapStation(centralSystem, chargeBoxId, server);
            server.createContext("/", station::called);
            server.start();
            return station;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void called(HttpExchange exchange) throws IOException {
        Soap.Message call = Soap.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (call.action().equals("SetChargingProfile")) {
            profiles.add(call.payload());
        }
        byte[] answer = Soap.write(new Soap.Message(
                        Soap.TO_CHARGE_POINT,
                        chargeBoxId,
                        "",
                        call.name().replace("Request", "Response"),
                        JsonMapper.shared().readTree("{\"status\":\"Accepted\"}")))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", Soap.CONTENT_TYPE);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Sends a call and says the payload of its answer. */
    public JsonNode call(String action, String payload) {
        String envelope = Soap.write(new Soap.Message(
                Soap.TO_CENTRAL_SYSTEM,
                chargeBoxId,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                Soap.request(action),
                JsonMapper.shared().readTree(payload)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(centralSystem))
                .header("Content-Type", Soap.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return Soap.read(response.body()).payload();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public void boot() {
        call("BootNotification", "{\"chargePointVendor\":\"Vendor\",\"chargePointModel\":\"Model\"}");
    }

    /** Starts a transaction and says its id. */
    public int start(int connector) {
        return call("StartTransaction", """
                {"connectorId":%d,"idTag":"TAG","timestamp":"%s","meterStart":0}""".formatted(connector, Instant.now()))
                .path("transactionId")
                .asInt();
    }

    /** The payloads of the profiles that came so far. */
    public List<JsonNode> profiles(String purpose) {
        return profiles.stream()
                .filter(payload -> payload.path("csChargingProfiles")
                        .path("chargingProfilePurpose")
                        .asString()
                        .equals(purpose))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
