/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser that looks on, with a thread of its own: a slow one keeps nobody waiting. */
final class Viewer {

    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);
    private static final int MOST_WAITING = 8;
    private static final long SIGN_OF_LIFE_S = 20;

    private final SseEmitter emitter;
    private final Locale locale;
    private final Consumer<Viewer> whenGone;
    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean needsAll = true;
    private volatile boolean isGone;

    Viewer(SseEmitter emitter, Locale locale, Consumer<Viewer> whenGone) {
        this.emitter = emitter;
        this.locale = locale;
        this.whenGone = whenGone;
        emitter.onCompletion(this::gone);
        emitter.onTimeout(this::end);
        emitter.onError(_ -> gone());
    }

    private static final MediaType UTF_8 = new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8);

    private record Message(String event, String json) {}

    Locale locale() {
        return locale;
    }

    boolean needsAll() {
        return needsAll;
    }

    void start() {
        Thread.ofVirtual().name("load-management-viewer").start(this::send);
    }

    void tell(String event, String json) {
        needsAll = !waiting.offer(new Message(event, json));
        if (needsAll) {
            waiting.clear();
        }
    }

    private void send() {
        try {
            while (!isGone) {
                Message message = waiting.poll(SIGN_OF_LIFE_S, TimeUnit.SECONDS);
                emitter.send(
                        message == null
                                ? SseEmitter.event().comment("alive")
                                : SseEmitter.event().name(message.event()).data(message.json(), UTF_8));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a viewer is gone: {}", e.getMessage());
            gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        isGone = true;
        try {
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.debug("a viewer was gone already", e);
        }
        whenGone.accept(this);
    }

    private void gone() {
        isGone = true;
        whenGone.accept(this);
    }
}
