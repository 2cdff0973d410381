/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A station that sends exact OCPP-J frames and keeps all that it gets. Answers calls as it is told; that SteVe asks for its
 * configuration on connect, it answers by itself and does not count.
 */
public final class RawStation implements AutoCloseable, WebSocket.Listener {

    /** No answer to a call. */
    public static final String SILENCE = "";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int LONGEST_WAIT_S = 20;

    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);
    private volatile boolean askedForConfiguration;
    private volatile String configuration = "[]";
    private final StringBuilder text = new StringBuilder();
    private volatile Function<JsonNode, String> answer = call -> result(call, "{\"status\":\"Accepted\"}");
    private final WebSocket socket;

    private RawStation(String url) {
        this.socket = CLIENT.newWebSocketBuilder()
                .subprotocols("ocpp1.6")
                .buildAsync(URI.create(url), this)
                .orTimeout(LONGEST_WAIT_S, TimeUnit.SECONDS)
                .join();
    }

    public static RawStation connect(String url) {
        return new RawStation(url);
    }

    /** How it answers calls from now on: the whole frame, or {@link #SILENCE}. */
    public RawStation answering(Function<JsonNode, String> frames) {
        answer = frames;
        return this;
    }

    /** Its configuration keys from now on, as a list of JSON. */
    public RawStation configured(String keys) {
        configuration = keys;
        return this;
    }

    public static String result(JsonNode call, String payload) {
        return "[3,\"" + call.path(1).asString() + "\"," + payload + "]";
    }

    public static String error(JsonNode call, String code) {
        return "[4,\"" + call.path(1).asString() + "\",\"" + code + "\",\"\",{}]";
    }

    /** Sends a call and waits for its answer: the whole frame. */
    public JsonNode call(String action, String payload) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answered = new CompletableFuture<>();
        answers.put(id, answered);
        send("[2,\"" + id + "\",\"" + action + "\"," + payload + "]");
        try {
            return answered.get(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(action + " was not answered", e);
        }
    }

    /** Starts a transaction and says its id. */
    public int start(int connector) {
        JsonNode answered = call("StartTransaction", """
                {"connectorId":%d,"idTag":"TAG","timestamp":"%s","meterStart":0}""".formatted(connector, java.time.Instant.now()));
        return answered.path(2).path("transactionId").asInt();
    }

    public void send(String frame) {
        sendAfterThoseBefore(socket, frame)
                .copy()
                .orTimeout(LONGEST_WAIT_S, TimeUnit.SECONDS)
                .join();
    }

    /** Sends without waiting whether it gets through: the host may hang up while it reads. */
    public void offer(String frame) {
        sendAfterThoseBefore(socket, frame);
    }

    /** A WebSocket takes one frame at a time. */
    private synchronized CompletableFuture<WebSocket> sendAfterThoseBefore(WebSocket to, String frame) {
        sent = sent.handle((_, _) -> to).thenCompose(open -> open.sendText(frame, true));
        return sent;
    }

    public boolean wasAskedForItsConfiguration() {
        return askedForConfiguration;
    }

    /** The calls that came so far. */
    public List<JsonNode> calls() {
        return calls;
    }

    /** The payloads of the profiles that came so far. */
    public List<JsonNode> profiles(String purpose) {
        return calls.stream()
                .filter(call -> call.path(2).asString().equals("SetChargingProfile"))
                .map(call -> call.path(3))
                .filter(payload -> payload.path("csChargingProfiles")
                        .path("chargingProfilePurpose")
                        .asString()
                        .equals(purpose))
                .toList();
    }

    /** The status with which the host closed the connection. */
    public int closeCode() {
        try {
            return closed.get(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the host did not close the connection", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonNode frame = JSON.readTree(text.toString());
            text.setLength(0);
            receive(frame, webSocket);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void receive(JsonNode frame, WebSocket from) {
        if (frame.path(2).asString("").equals("GetConfiguration")) {
            askedForConfiguration = true;
            sendAfterThoseBefore(from, result(frame, "{\"configurationKey\":" + configuration + ",\"unknownKey\":[]}"));
        } else if (frame.path(0).asInt() == 2) {
            calls.add(frame);
            String answered = answer.apply(frame);
            if (!answered.equals(SILENCE)) {
                sendAfterThoseBefore(from, answered);
            }
        } else {
            CompletableFuture<JsonNode> waiting = answers.remove(frame.path(1).asString());
            if (waiting != null) {
                waiting.complete(frame);
            }
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
