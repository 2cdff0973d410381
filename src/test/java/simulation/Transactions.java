/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;

/** SteVe's table of transactions. */
final class Transactions {

    private final Map<Start, Integer> numbers = new HashMap<>();
    private final Map<Integer, Start> running = new LinkedHashMap<>();
    private final Set<String> stations = new TreeSet<>();

    private record Start(EvseRef evse, Instant stampedAt) {}

    void knows(Station station) {
        stations.add(station.id());
    }

    /** The same start again has the same number. */
    int started(EvseRef evse, Instant stampedAt) {
        Start start = new Start(evse, stampedAt);
        int number = numbers.computeIfAbsent(start, _ -> numbers.size() + 1);
        running.put(number, start);
        return number;
    }

    void stopped(int transaction) {
        running.remove(transaction);
    }

    /** What a process of SteVe knows when it starts. */
    List<Observation> at(Instant now, Predicate<String> isConnected) {
        List<Observation> known = new ArrayList<>();
        running.forEach((number, start) ->
                known.add(new Observation.TransactionStarted(start.evse(), number, start.stampedAt(), now)));
        stations.forEach(id -> known.add(
                isConnected.test(id)
                        ? new Observation.StationConnected(id, now)
                        : new Observation.StationDisconnected(id, now)));
        return known;
    }
}
