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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;

/**
 * When the cycle runs: soon after an observation, coalesced, and at a fixed rate; never twice at once, for one thread runs
 * it. A cycle that fails is logged with its cause, and the next one runs.
 */
public final class ControlLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    private static final long NOT_DUE = Long.MAX_VALUE;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final LoadManagement loadManagement;
    private final ControlTimes times;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final List<Consumer<List<CycleReport>>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong dueAt = new AtomicLong(NOT_DUE);

    public ControlLoop(LoadManagement loadManagement, ControlTimes times, Clock clock) {
        this(
                loadManagement,
                times,
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("load-management").daemon().factory()));
    }

    /** @param thread runs everything, one thing at a time */
    public ControlLoop(
            LoadManagement loadManagement, ControlTimes times, Clock clock, ScheduledExecutorService thread) {
        this.loadManagement = loadManagement;
        this.times = times;
        this.clock = clock;
        this.thread = thread;
    }

    /**
     * When the cycle runs.
     *
     * @param rate at the latest so long after the one before
     * @param coalesce so long after something happened, together with all that happens meanwhile
     * @param readings so long after a mere reading
     */
    public record ControlTimes(Duration rate, Duration coalesce, Duration readings) {

        public static final ControlTimes DEFAULT =
                new ControlTimes(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(1));
    }

    /** Prepares on the control thread, so that nobody waits for it, then runs. */
    public void start() {
        thread.execute(() -> guarded(() -> loadManagement.start(this::whenDone)));
        thread.scheduleWithFixedDelay(this::cycle, 0, times.rate().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hands an observation over. Returns at once and never throws. */
    public void on(Observation observation) {
        try {
            switch (loadManagement.observe(observation)) {
                case NOTHING -> {}
                case A_READING -> soon(times.readings());
                case SOMETHING_HAPPENED -> soon(times.coalesce());
            }
            MeterReading ofGridMeter = loadManagement.gridWatch().ofStation(observation);
            if (ofGridMeter != null) {
                on(ofGridMeter);
            }
            if (observation instanceof Observation.TransactionStarted) {
                after(loadManagement.startGrace().plus(times.coalesce()));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("an observation was lost: {}", observation.getClass().getSimpleName(), e);
        }
    }

    /** Hears of every cycle, on the control thread: returns at once. */
    public void addListener(Consumer<List<CycleReport>> listener) {
        listeners.add(listener);
    }

    /** A grid meter said something. One that shows an overload starts a cycle at once. Returns at once and never throws. */
    public void on(MeterReading reading) {
        try {
            soon(loadManagement.gridWatch().on(reading) ? Duration.ZERO : times.readings());
        } catch (RuntimeException | Error e) {
            LOG.error("a reading of meter {} was lost", reading.meter(), e);
        }
    }

    /**
     * Something came on a signal line. What changes a limit or a dimming starts a cycle at once. Returns at once and never
     * throws.
     */
    public void on(LineNews news) {
        try {
            soon(loadManagement.gridWatch().on(news) ? Duration.ZERO : times.readings());
        } catch (RuntimeException | Error e) {
            LOG.error("news of signal line {} were lost", news.line(), e);
        }
    }

    /** Something was edited: the next cycle comes soon. */
    public void changed() {
        loadManagement.edited();
        soon(times.coalesce());
    }

    /** A commissioning test showed that the EVSE follows: it is believed again. */
    void cleared(EvseRef evse) {
        onThread(() -> loadManagement.cleared(evse));
    }

    /** An operator has the EVSE tried from the first way on, whatever it refused or ignored. */
    public void tryAnew(EvseRef evse) {
        onThread(() -> loadManagement.triedAnew(evse));
    }

    private void onThread(Runnable step) {
        try {
            thread.execute(() -> guarded(step));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                loadManagement.giveBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("another node takes over when the leases have run out", e);
        }
    }

    /** A cycle in that time, if none is due before. */
    private void soon(Duration delay) {
        long at = clock.millis() + delay.toMillis();
        if (dueAt.getAndAccumulate(at, Math::min) > at) {
            after(delay);
        }
    }

    private void after(Duration delay) {
        try {
            thread.schedule(this::cycle, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    private void whenDone(Setpoint setpoint, Outcome outcome) {
        try {
            thread.execute(() -> guarded(() -> loadManagement.came(setpoint, outcome)));
            soon(times.coalesce());
        } catch (RejectedExecutionException e) {
            LOG.debug("closed already", e);
        }
    }

    private void cycle() {
        dueAt.set(NOT_DUE);
        guarded(() -> loadManagement.cycle(clock.instant()));
        listeners.forEach(listener -> guarded(() -> listener.accept(loadManagement.reports())));
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a cycle failed; the next one runs", e);
        }
    }

    LedgerPolicy policy() {
        return loadManagement.policy();
    }

    /** The newest report of each site, in the order of their roots. */
    public List<CycleReport> reports() {
        return loadManagement.reports();
    }

    /** The metered strands as the newest cycle saw them. */
    public List<GridView> grid() {
        return loadManagement.gridWatch().views();
    }

    /** The newest that came on a signal line; null: nothing yet. */
    public @Nullable LineNews newest(SignalLineId line) {
        return loadManagement.gridWatch().newest(line);
    }

    /** The alarms that last. */
    public List<Alarm> alarms() {
        return loadManagement.alarms();
    }

    public Status status() {
        return loadManagement.status();
    }

    /** Whether load management runs, and if not, why. */
    public record Status(boolean isOn, String why, Instant since) {}
}
