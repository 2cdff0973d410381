/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, and fails with its name when it does not in time. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long POLL_MS = 20;

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        within(LONGEST, what, condition);
    }

    public static void within(Duration longest, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen within " + longest.toSeconds() + " s: " + what);
            }
            try {
                boolean isOver = never.await(POLL_MS, TimeUnit.MILLISECONDS);
                assert !isOver;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }
}
