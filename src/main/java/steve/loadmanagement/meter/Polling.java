/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks again and again, on a thread of its own, whatever happens. */
final class Polling implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable ask;
    private final Runnable atEnd;

    private Polling(Runnable ask, Runnable atEnd) {
        this.ask = ask;
        this.atEnd = atEnd;
    }

    /**
     * Begins at once.
     *
     * @param name of its thread
     * @param atEnd closes what it asked
     */
    static Polling start(String name, Duration interval, Runnable ask, Runnable atEnd) {
        Polling polling = new Polling(ask, atEnd);
        Thread.ofVirtual().name(name).start(() -> polling.run(interval));
        return polling;
    }

    private void run(Duration interval) {
        try {
            do {
                once();
            } while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atEnd.run();
        }
    }

    private void once() {
        try {
            ask.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed", Thread.currentThread().getName(), e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
