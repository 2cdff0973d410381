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
import static support.Sites.amps;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Voltage;
import support.Await;
import support.NoAlarms;
import support.OneNode;

/** The whole chain from a meter reading to a cycle. */
class GridWatchTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Site SITE = strandWith(perPhase(63), 2);
    private static final MeterSettings METER = new MeterSettings(
            new MeterId(1),
            new StrandId(1),
            "Grid meter",
            new MeterSource.HttpPush(),
            Spread.BALANCED,
            Duration.ofSeconds(30),
            new StaleRule.StopCharging(),
            false,
            0);

    private static final SignalLine LINE = new SignalLine(
            new SignalLineId(1),
            new StrandId(1),
            "Control box",
            new SignalSource.ModbusDimming("h", 502, 1, true, 0, Duration.ofSeconds(1), false),
            0);

    private final AtomicInteger cycles = new AtomicInteger();
    private final ControlLoop loop = loop();

    private ControlLoop loop() {
        DynamicSource.Settings settings = new DynamicSource.Settings(
                List.of(METER), List.of(), List.of(), Map.of(), Set.of(), List.of(), Map.of(), List.of(LINE));
        LoadManagement.Ports ports = new LoadManagement.Ports(
                        () -> {},
                        () -> List.of(SITE),
                        PriorityStore.NONE,
                        new NoLedger(),
                        _ -> {},
                        NoAlarms.LOG,
                        OneNode.LEASES,
                        (_, _, _) -> {},
                        _ -> List.of())
                .with(new DynamicPorts(() -> settings, MeterLog.NONE, _ -> {}, SignalPorts.NONE));
        return new ControlLoop(
                new LoadManagement(
                        ports,
                        new LoadManagement.Engine(
                                allocation -> {
                                    cycles.incrementAndGet();
                                    return new TreeAllocator().allocate(allocation);
                                },
                                LedgerPolicy.DEFAULT,
                                Slots.QUARTER_HOURS),
                        CLOCK),
                new ControlLoop.ControlTimes(NEVER, Duration.ZERO, NEVER),
                CLOCK);
    }

    private static final class NoLedger implements LedgerStore {
        @Override
        public List<LedgerEntry> load() {
            return List.of();
        }

        @Override
        public Map<String, List<Instant>> writtenSince(Instant since) {
            return Map.of();
        }

        @Override
        public void write(StrandId root, java.util.Collection<LedgerEntry> entries) {
            assertThat(root).isEqualTo(SITE.root().id());
        }
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private static MeterReading reading(double amperes) {
        PhaseCurrents currents = PhaseCurrents.ofEach(amps(amperes));
        return new MeterReading.Measured(METER.id(), currents, Voltage.NOMINAL.power(currents), CLOCK.instant());
    }

    private void start() {
        loop.start();
        Await.until("the first cycle ran", () -> !loop.reports().isEmpty());
    }

    @Test
    void aReadingThatShowsAnOverloadStartsACycleAtOnce() {
        start();
        loop.on(reading(64));
        Await.until(
                "its base load counts",
                () -> loop.grid().stream()
                        .anyMatch(
                                strand -> strand.load() instanceof steve.loadmanagement.capacity.MeteredLoad.Measured it
                                        && it.baseLoad().equals(PhaseCurrents.ofEach(amps(64)))));
    }

    @Test
    void aMereReadingWaitsForItsTime() throws InterruptedException {
        start();
        int before = cycles.get();
        loop.on(reading(62));
        CountDownLatch nothing = new CountDownLatch(1);
        assertThat(nothing.await(1, TimeUnit.SECONDS)).isFalse();
        assertThat(cycles).hasValue(before);
    }

    @Test
    void readingsOfMetersThatNobodyKnowsAreLeftAlone() throws InterruptedException {
        start();
        int before = cycles.get();
        MeterReading.Measured known = (MeterReading.Measured) reading(640);
        loop.on(new MeterReading.Measured(new MeterId(2), known.currents(), known.power(), known.at()));
        CountDownLatch nothing = new CountDownLatch(1);
        assertThat(nothing.await(1, TimeUnit.SECONDS)).isFalse();
        assertThat(cycles).hasValue(before);
    }

    @Test
    void aControlBoxThatDimsStartsACycleAtOnceAndOneThatSaysTheSameAgainDoesNot() throws InterruptedException {
        start();
        int before = cycles.get();
        loop.on(new LineNews.Dimmed(LINE.id(), true, null, CLOCK.instant()));
        Await.until("a cycle ran", () -> cycles.get() > before);
        int after = cycles.get();
        loop.on(new LineNews.Dimmed(LINE.id(), true, null, CLOCK.instant()));
        CountDownLatch nothing = new CountDownLatch(1);
        assertThat(nothing.await(1, TimeUnit.SECONDS)).isFalse();
        assertThat(cycles).hasValue(after);
        assertThat(loop.newest(LINE.id())).isInstanceOf(LineNews.Dimmed.class);
    }

    @Test
    void aMeterThatWasNeverReadIsAnAlarm() {
        start();
        Await.until(
                "it is an alarm",
                () -> loop.alarms().stream()
                        .anyMatch(
                                alarm -> alarm.kind() == Alarm.Kind.GRID_METER_STALE
                                        && alarm.subject().equals("Grid meter")
                                        && alarm.words()
                                                .equals(
                                                        "no reading yet: nothing is shared below its strand until it is back")));
    }
}
