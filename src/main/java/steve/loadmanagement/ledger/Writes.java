/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each station's memory was written in the last day. */
final class Writes {

    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, Deque<Instant>> byStation = new HashMap<>();

    void add(String chargeBoxId, Instant at) {
        byStation.computeIfAbsent(chargeBoxId, _ -> new ArrayDeque<>()).addLast(at);
    }

    int lastDay(String chargeBoxId, Instant now) {
        Deque<Instant> writes = byStation.getOrDefault(chargeBoxId, new ArrayDeque<>());
        while (!writes.isEmpty() && !writes.getFirst().plus(DAY).isAfter(now)) {
            writes.removeFirst();
        }
        return writes.size();
    }
}
