/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.quirk.StationIdentity;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;

/**
 * Gets to know the stations: hears who they are when they boot, asks for their configuration then, and for meter values where
 * a car charges and none came for long. Everything runs on one thread of its own.
 */
public final class StationDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationDesk.class);

    /** A station that booted is busy at first. */
    private static final Duration AFTER_BOOT = Duration.ofSeconds(30);

    private static final Duration AFTER_START = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** An older reading is asked for anew. */
    private static final Duration STALE = Duration.ofSeconds(90);

    /** One that does not answer is not asked all the time. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final Stations stations;
    private final StationErrands errands;
    private final Supplier<List<CycleReport>> reports;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final Map<EvseRef, Instant> asked = new HashMap<>();

    /** @param thread runs everything, one thing at a time; closed with the desk */
    public StationDesk(
            Stations stations,
            StationErrands errands,
            Supplier<List<CycleReport>> reports,
            Clock clock,
            ScheduledExecutorService thread) {
        this.stations = stations;
        this.errands = errands;
        this.reports = reports;
        this.clock = clock;
        this.thread = thread;
    }

    /** Begins once the tables are there. */
    public void start(SiteEditor.KnownStations steves) {
        later(AFTER_START, () -> steves.evses().keySet().forEach(this::askWhatIsMissing));
        every(LOOK, this::look);
    }

    /** Returns at once. */
    public void booted(String chargeBoxId, StationIdentity identity) {
        later(Duration.ZERO, () -> {
            stations.read();
            stations.identified(chargeBoxId, identity);
        });
        later(AFTER_BOOT, () -> quietly(readKeys(chargeBoxId)));
    }

    /** Does that again and again, on the desk's thread. */
    public void every(Duration time, Runnable step) {
        thread.scheduleWithFixedDelay(() -> guarded(step), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks the station for its keys, and keeps what it says. */
    public CompletableFuture<Map<String, String>> readKeys(String chargeBoxId) {
        return errands.configuration(chargeBoxId, List.of()).thenApply(keys -> {
            later(Duration.ZERO, () -> stations.configured(chargeBoxId, keys, clock.instant()));
            return keys;
        });
    }

    private void askWhatIsMissing(String chargeBoxId) {
        StationStore.Known known = stations.of(chargeBoxId);
        if (known.identity().equals(StationIdentity.UNKNOWN)) {
            quietly(errands.triggerBoot(chargeBoxId));
        } else if (known.configuredAt() == null) {
            quietly(readKeys(chargeBoxId));
        }
    }

    /** Has stations send what they owe. */
    void look() {
        stations.read();
        Instant now = clock.instant();
        for (CycleReport report : reports.get()) {
            for (Evse evse : report.snapshot().site().evses()) {
                if (owesAReading(report, evse.ref(), now) && isNotJustAsked(evse.ref(), now)) {
                    asked.put(evse.ref(), now);
                    quietly(errands.triggerMeterValues(evse.ref()));
                }
            }
        }
    }

    private static boolean owesAReading(CycleReport report, EvseRef ref, Instant now) {
        EvseFacts facts = report.facts().of(ref);
        Reading reading = facts.reading();
        return report.facts().ofStation(ref.chargeBoxId()).connected()
                && facts.session() != null
                && facts.session().startedAt().plus(STALE).isBefore(now)
                && (reading == null || reading.isStale(now, STALE));
    }

    private boolean isNotJustAsked(EvseRef ref, Instant now) {
        Instant last = asked.get(ref);
        return last == null || last.plus(ASK_AGAIN).isBefore(now);
    }

    private static void quietly(CompletableFuture<?> errand) {
        errand.exceptionally(e -> {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            LOG.debug("a station was asked in vain: {}", cause.getMessage());
            return null;
        });
    }

    private void later(Duration delay, Runnable step) {
        try {
            thread.schedule(() -> guarded(step), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("something about stations could not be done: {}", e.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
