/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Notices that the clock was set: it shows that more or less time has passed than a clock that nobody sets. */
final class ClockWatch {

    /** Smaller leaps are within what settle times and clock bounds allow for. */
    private static final Duration LEAP = Duration.ofSeconds(5);

    private final LongSupplier elapsedNanos;
    private Instant seen;
    private long seenNanos;

    /** @param elapsedNanos time since whenever, in ns, by a clock that is never set */
    ClockWatch(LongSupplier elapsedNanos, Instant now) {
        this.elapsedNanos = elapsedNanos;
        this.seen = now;
        this.seenNanos = elapsedNanos.getAsLong();
    }

    /** By how much the clock was set since this was asked last; negative: back; zero: it runs as it should. */
    Duration leapt(Instant now) {
        long nanos = elapsedNanos.getAsLong();
        Duration leap = Duration.between(seen, now).minusNanos(nanos - seenNanos);
        seen = now;
        seenNanos = nanos;
        return leap.abs().compareTo(LEAP) < 0 ? Duration.ZERO : leap;
    }
}
