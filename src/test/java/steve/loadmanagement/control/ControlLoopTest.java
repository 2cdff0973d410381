/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.StrandId;
import support.Await;
import support.NoAlarms;

/** When the cycle runs, and that it goes on whatever happens. */
class ControlLoopTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Observation CONNECTED = new Observation.StationConnected("CP1", Instant.EPOCH);

    private final AtomicInteger cycles = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Runnable during = () -> {};
    private volatile Runnable schema = () -> {};
    private ControlLoop loop = loop(NEVER, Duration.ofMillis(20));

    private ControlLoop loop(Duration rate, Duration coalesce) {
        LoadManagement.Ports ports = new LoadManagement.Ports(
                () -> schema.run(),
                List::of,
                PriorityStore.NONE,
                new NoLedger(),
                _ -> {},
                NoAlarms.LOG,
                new CountingLeases(),
                new NoStations(),
                _ -> List.of());
        return new ControlLoop(
                new LoadManagement(
                        ports,
                        new LoadManagement.Engine(new TreeAllocator(), LedgerPolicy.DEFAULT, Slots.QUARTER_HOURS),
                        Clock.systemUTC()),
                new ControlLoop.ControlTimes(rate, coalesce, coalesce),
                Clock.systemUTC());
    }

    /** Asked once in each cycle. */
    private @Nullable Instant lease(Instant now) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        cycles.incrementAndGet();
        try {
            during.run();
        } finally {
            atOnce.decrementAndGet();
        }
        return now.plus(NEVER);
    }

    private final class CountingLeases implements Leases {

        @Override
        public @Nullable Instant hold(StrandId root, Instant now) {
            return lease(now);
        }

        @Override
        public void giveBack() {}
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private void start() {
        loop.start();
        Await.until("the first cycle ran", () -> cycles.get() == 1);
    }

    @Test
    void runsSoonAfterAnObservation() {
        start();
        loop.on(CONNECTED);
        Await.until("another cycle ran", () -> cycles.get() == 2);
    }

    @Test
    void runsAtAFixedRateWithoutAny() {
        loop.close();
        loop = loop(Duration.ofMillis(20), NEVER);
        loop.start();
        Await.until("it goes on by itself", () -> cycles.get() >= 3);
    }

    @Test
    void manyObservationsAtOnceAreOneCycle() throws InterruptedException {
        loop.close();
        loop = loop(NEVER, Duration.ofSeconds(1));
        start();
        for (int i = 0; i < 1000; i++) {
            loop.on(CONNECTED);
        }
        Await.until("another cycle ran", () -> cycles.get() == 2);
        CountDownLatch nothing = new CountDownLatch(1);
        assertThat(nothing.await(2, TimeUnit.SECONDS)).isFalse();
        assertThat(cycles).hasValue(2);
    }

    @Test
    void twoCyclesNeverOverlap() throws InterruptedException {
        start();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        during = () -> {
            entered.countDown();
            try {
                assertThat(leave.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        loop.on(CONNECTED);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        loop.on(CONNECTED);
        leave.countDown();
        Await.until("the next cycle ran", () -> cycles.get() >= 3);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void afterACycleThatFailedTheNextOneRuns() {
        start();
        during = () -> {
            throw new StackOverflowError("inside");
        };
        loop.on(CONNECTED);
        Await.until("it failed", () -> cycles.get() == 2);
        during = () -> {};
        loop.on(CONNECTED);
        Await.until("the next one ran", () -> cycles.get() == 3);
    }

    @Test
    void withoutItsTablesItIsOffAndSaysWhy() {
        schema = () -> {
            throw new IllegalStateException("flyway", new IllegalArgumentException("CREATE command denied"));
        };
        loop.start();
        Await.until("it says why", () -> loop.status().why().equals("CREATE command denied"));
        assertThat(loop.status().isOn()).isFalse();
        loop.on(CONNECTED);
        assertThat(cycles).hasValue(0);
    }

    private static final class NoLedger implements LedgerStore {
        @Override
        public List<LedgerEntry> load() {
            return new ArrayList<>();
        }

        @Override
        public Map<String, List<Instant>> writtenSince(Instant since) {
            return Map.of();
        }

        @Override
        public void write(StrandId root, Collection<LedgerEntry> entries) {
            throw new IllegalStateException("nothing to write");
        }
    }

    private static final class NoStations implements StationCommands {
        @Override
        public void send(Setpoint setpoint, Instant goodUntil, BiConsumer<Setpoint, Outcome> whenDone) {
            throw new IllegalStateException("nobody to send to");
        }
    }
}
