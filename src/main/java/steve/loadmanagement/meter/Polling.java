/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.unit.Voltage;

/** Reads a meter again and again, on a thread of its own, whatever happens. */
final class Polling implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final MeterSettings meter;
    private final Probe probe;
    private final Clock clock;
    private final Consumer<MeterReading> sink;

    private Polling(MeterSettings meter, Probe probe, Clock clock, Consumer<MeterReading> sink) {
        this.meter = meter;
        this.probe = probe;
        this.clock = clock;
        this.sink = sink;
    }

    static Polling start(
            MeterSettings meter, Probe probe, Duration interval, Clock clock, Consumer<MeterReading> sink) {
        Polling polling = new Polling(meter, probe, clock, sink);
        Thread.ofVirtual().name("load-management-meter-" + meter.id()).start(() -> polling.run(interval));
        return polling;
    }

    private void run(Duration interval) {
        try {
            do {
                sink.accept(once(meter, probe, clock));
            } while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            probe.close();
        }
    }

    /** One reading, or why there is none. */
    static MeterReading once(MeterSettings meter, Probe probe, Clock clock) {
        try {
            return MeterReading.of(meter, probe.read(), Voltage.NOMINAL, clock.instant());
        } catch (MeterFailure e) {
            return new MeterReading.Unusable(meter.id(), e.words(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("meter {} failed", meter.name(), e);
            return new MeterReading.Unusable(
                    meter.id(), MeterFailure.of("it failed", e).words(), clock.instant());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
