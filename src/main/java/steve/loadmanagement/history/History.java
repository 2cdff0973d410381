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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.PriorityStore;

/**
 * Takes the reports of cycles to the recorder, on a thread of its own, and forgets what is too old. Where that thread cannot
 * keep up, reports are left out.
 */
public final class History implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int MOST_WAITING = 20;
    private static final Duration FORGET_EVERY = Duration.ofMinutes(20);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final Recorder recorder;
    private final QuotaCount quotas;
    private final HistoryStore means;
    private final DecisionStore decisions;
    private final OldRows oldRows;
    private final Retention retention;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("load-management-history").daemon().factory());

    public History(Stores stores, Retention retention, Duration maximumReadingAge, Clock clock) {
        this.recorder = new Recorder(stores.means(), stores.decisions(), maximumReadingAge);
        this.quotas = new QuotaCount(stores.priorities());
        this.means = stores.means();
        this.decisions = stores.decisions();
        this.oldRows = stores.oldRows();
        this.retention = retention;
        this.clock = clock;
    }

    /** Where it is all kept. */
    public record Stores(HistoryStore means, DecisionStore decisions, OldRows oldRows, PriorityStore priorities) {}

    /** Deletes setpoints, events and audits that are older; a part of it, where it is much. */
    @FunctionalInterface
    public interface OldRows {
        void forget(Instant before);
    }

    /**
     * How long history is kept.
     *
     * @param minutes means of minutes
     * @param quarterHours means of quarter hours
     * @param decisions what plans were made from
     * @param events events, audits and setpoints
     */
    public record Retention(Duration minutes, Duration quarterHours, Duration decisions, Duration events) {}

    public void start() {
        thread.scheduleWithFixedDelay(
                this::forget, FORGET_EVERY.toMinutes(), FORGET_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /** Returns at once and never throws. */
    public void cycled(List<CycleReport> reports) {
        if (waiting.get() >= MOST_WAITING) {
            return;
        }
        Instant now = clock.instant();
        try {
            waiting.incrementAndGet();
            thread.execute(() -> see(reports, now));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    private void see(List<CycleReport> reports, Instant now) {
        waiting.decrementAndGet();
        try {
            recorder.see(reports, now);
            quotas.see(reports, now);
        } catch (RuntimeException e) {
            LOG.error("a cycle is missing in the history", e);
        }
    }

    private void forget() {
        Instant now = clock.instant();
        try {
            means.forget(Span.MINUTE, now.minus(retention.minutes()));
            means.forget(Span.QUARTER_HOUR, now.minus(retention.quarterHours()));
            decisions.forget(now.minus(retention.decisions()));
            oldRows.forget(now.minus(retention.events()));
        } catch (RuntimeException e) {
            LOG.warn("old history stays for a while: {}", e.getMessage());
        }
    }

    /** Writes what waits, unless that takes too long. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
