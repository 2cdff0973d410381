/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.RunningSessions;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.site.EvseRef;

/** SteVe with the plugin: takes the stations' messages, keeps the transactions, dies and comes back. */
final class Steve implements RunningSessions {

    private final Timeline timeline;
    private final Function<Steve, Node> nodes;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<Start, Integer> numbers = new HashMap<>();
    private final Map<Integer, Start> running = new LinkedHashMap<>();
    private @Nullable Node node;

    /** @param nodes makes a running instance of the plugin on what was stored */
    Steve(Timeline timeline, Function<Steve, Node> nodes) {
        this.timeline = timeline;
        this.nodes = nodes;
    }

    private record Start(EvseRef evse, Instant stampedAt) {}

    void add(Station station) {
        stations.put(station.id(), station);
    }

    boolean isUp() {
        return node != null;
    }

    void start() {
        node = nodes.apply(this);
    }

    /** It ends between any two steps, and comes back after a while. */
    void crash(Duration downtime) {
        if (node == null) {
            return;
        }
        timeline.tell(() -> "SteVe dies for " + downtime);
        node.kill();
        node = null;
        stations.values().forEach(Station::disconnected);
        timeline.after(downtime, this::start);
    }

    /** What the plugin says of its newest cycle. */
    List<CycleReport> reports() {
        return node == null ? List.of() : node.reports();
    }

    private void observe(Observation observation) {
        if (node != null) {
            node.see(observation);
        }
    }

    private void hear(Station station) {
        observe(new Observation.StationHeard(station.id(), timeline.now()));
    }

    void connected(Station station) {
        observe(new Observation.StationConnected(station.id(), timeline.now()));
    }

    void disconnected(Station station) {
        observe(new Observation.StationDisconnected(station.id(), timeline.now()));
    }

    void booted(Station station) {
        hear(station);
        observe(new Observation.StationBooted(station.id(), timeline.now()));
    }

    /** The same start again has the same number. */
    int started(Station station, Plug plug, Instant stampedAt) {
        hear(station);
        Start start = new Start(plug.evse(), stampedAt);
        int number = numbers.computeIfAbsent(start, _ -> numbers.size() + 1);
        running.put(number, start);
        observe(new Observation.TransactionStarted(plug.evse(), number, stampedAt, timeline.now()));
        return number;
    }

    void stopped(Station station, Plug plug, int transaction) {
        hear(station);
        running.remove(transaction);
        observe(new Observation.TransactionEnded(plug.evse().chargeBoxId(), transaction, timeline.now()));
    }

    void status(Station station, Plug plug, EvseStatus status, Instant stampedAt) {
        hear(station);
        observe(new Observation.StatusReported(plug.evse(), status, stampedAt, timeline.now()));
    }

    void metered(Station station, MeterSample sample) {
        hear(station);
        observe(new Observation.MeterRead(sample.evse(), sample.transaction(), sample.receivedAt(timeline.now())));
    }

    /** SteVe's way out: nothing at all where the station is not there. */
    void call(String chargeBoxId, SetChargingProfileRequest request, Node from, Consumer<Outcome> landed) {
        Station station = stations.get(chargeBoxId);
        if (station == null || !station.link().isOpen()) {
            landed.accept(new Outcome.Offline());
            return;
        }
        station.setProfile(request, outcome -> {
            if (from.equals(node)) {
                landed.accept(outcome);
            }
        });
    }

    @Override
    public List<Observation> at(Instant now) {
        List<Observation> known = new ArrayList<>();
        running.forEach((number, start) ->
                known.add(new Observation.TransactionStarted(start.evse(), number, start.stampedAt(), now)));
        stations.values()
                .forEach(station -> known.add(
                        station.link().isOpen()
                                ? new Observation.StationConnected(station.id(), now)
                                : new Observation.StationDisconnected(station.id(), now)));
        return known;
    }
}
