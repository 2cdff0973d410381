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
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each station's memory was written in the last day. */
public final class Writes {

    public static final Duration DAY = Duration.ofDays(1);

    private final Map<String, Deque<Instant>> byStation = new HashMap<>();

    Writes() {}

    void add(String chargeBoxId, Instant at) {
        byStation.computeIfAbsent(chargeBoxId, _ -> new ArrayDeque<>()).addLast(at);
    }

    /** Counts for that station what was stored, in the order of time, instead of what it knew of it. */
    public void restore(String chargeBoxId, Collection<Instant> stored) {
        byStation.put(chargeBoxId, new ArrayDeque<>(stored));
    }

    void follow(Instant now) {
        for (Deque<Instant> writes : byStation.values()) {
            while (!writes.isEmpty() && !writes.getFirst().plus(DAY).isAfter(now)) {
                writes.removeFirst();
            }
        }
    }

    int lastDay(String chargeBoxId) {
        Deque<Instant> writes = byStation.get(chargeBoxId);
        return writes == null ? 0 : writes.size();
    }
}
