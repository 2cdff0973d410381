/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import steve.loadmanagement.control.CycleReport;

/**
 * Tells viewers what changes, soon after a cycle and at most once a second. What there is to tell is put together once for
 * each language, whoever looks; a viewer who cannot keep up skips to the newest whole state.
 */
final class LiveStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Then the browser connects again, and SteVe asks again whether it may. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final States states;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Map<Locale, Difference> told = new HashMap<>();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("load-management-pages").daemon().factory());

    LiveStream(States states) {
        this.states = states;
    }

    SseEmitter open(Locale locale) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Viewer viewer = new Viewer(emitter, Manner.spoken(locale), viewers::remove);
        viewers.add(viewer);
        viewer.start();
        publishSoon(Duration.ZERO);
        return emitter;
    }

    /** A cycle ran. Returns at once. */
    void cycled(List<CycleReport> reports) {
        if (!viewers.isEmpty()) {
            publishSoon(EVERY);
        }
    }

    private void publishSoon(Duration delay) {
        try {
            if (delay.isZero()) {
                thread.execute(this::publish);
            } else if (isDue.compareAndSet(false, true)) {
                thread.schedule(this::publish, delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    private void publish() {
        isDue.set(false);
        try {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                List<Viewer> speaking = viewers.stream()
                        .filter(viewer -> viewer.locale().equals(locale))
                        .toList();
                if (speaking.isEmpty()) {
                    told.remove(locale);
                } else {
                    Difference difference = told.computeIfAbsent(locale, _ -> new Difference());
                    tell(speaking, difference, states.now(locale));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("viewers see the next cycle: {}", e.getMessage());
        }
    }

    private static void tell(List<Viewer> viewers, Difference difference, StateView state) {
        String change = difference.to(state);
        String whole = null;
        for (Viewer viewer : viewers) {
            if (viewer.needsAll() || change == null) {
                whole = whole == null ? Difference.whole(state) : whole;
                viewer.tell("state", whole);
            } else {
                viewer.tell("change", change);
            }
        }
    }

    /** Viewers' streams end; SteVe would wait for them half a minute. */
    @Override
    public void close() {
        thread.shutdownNow();
        viewers.forEach(Viewer::end);
    }
}
