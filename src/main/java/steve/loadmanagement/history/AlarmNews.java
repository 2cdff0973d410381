/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.control.Alarm;

/** Tells the world when alarms begin and end, once each, on a thread of its own. What lasted before a restart is not told again. */
public final class AlarmNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmNews.class);

    private final List<Herald> heralds;
    private final Clock clock;
    private final Instant since;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("load-management-news").daemon().factory());
    private Map<Subject, Alarm> known = Map.of();

    public AlarmNews(List<Herald> heralds, Clock clock) {
        this.heralds = List.copyOf(heralds);
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Tells somebody outside. */
    @FunctionalInterface
    public interface Herald {

        /** An alarm that began, or ended; may take its time, and may throw. */
        void tell(Alarm alarm);
    }

    private record Subject(Alarm.Kind kind, String subject) {}

    /** Those that last after a cycle. For the control thread; returns at once. */
    public void cycled(List<Alarm> lasting) {
        if (heralds.isEmpty()) {
            return;
        }
        Map<Subject, Alarm> now = new HashMap<>();
        lasting.forEach(alarm -> now.put(new Subject(alarm.kind(), alarm.subject()), alarm));
        now.forEach((subject, alarm) -> {
            if (!known.containsKey(subject) && !alarm.beganAt().isBefore(since)) {
                tell(alarm);
            }
        });
        known.forEach((subject, alarm) -> {
            if (!now.containsKey(subject)) {
                Instant ended = clock.instant();
                tell(new Alarm(alarm.kind(), alarm.subject(), alarm.words(), alarm.beganAt(), ended));
            }
        });
        known = now;
    }

    private void tell(Alarm alarm) {
        try {
            heralds.forEach(herald -> thread.execute(() -> tell(herald, alarm)));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    private static void tell(Herald herald, Alarm alarm) {
        try {
            herald.tell(alarm);
        } catch (RuntimeException e) {
            LOG.warn("{} was not told of {} {}: {}", herald, alarm.kind(), alarm.subject(), e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
