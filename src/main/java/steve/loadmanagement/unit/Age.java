/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

import java.time.Duration;
import java.time.Instant;

/** Whether what was received is too old to be believed. */
public final class Age {

    /** What is received while a cycle runs may be a little younger than it. */
    private static final Duration YOUNGEST = Duration.ofSeconds(-10);

    private Age() {}

    /** Whether it is older than {@code maximum} at {@code now}, or of the future: then the clock was set back meanwhile. */
    public static boolean isStale(Instant receivedAt, Instant now, Duration maximum) {
        Duration age = Duration.between(receivedAt, now);
        return age.compareTo(maximum) > 0 || age.compareTo(YOUNGEST) < 0;
    }
}
