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
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Observation;

/** SteVe with the plugin, one process or more on one database: takes the stations' messages, dies and comes back. */
final class Steve {

    private final Timeline timeline;
    private final HostClock clock;
    private final Transactions transactions = new Transactions();
    private final List<SteveNode> nodes;
    private SteveNode active;

    /** @param plugins makes a running instance of the plugin on what was stored */
    Steve(Timeline timeline, int nodes, Function<SteveNode, Node> plugins) {
        this.timeline = timeline;
        this.clock = new HostClock(timeline);
        this.nodes = IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> new SteveNode("node " + number, clock, plugins, transactions))
                .toList();
        this.active = this.nodes.getFirst();
    }

    void add(Station station) {
        transactions.knows(station);
    }

    List<SteveNode> nodes() {
        return nodes;
    }

    HostClock clock() {
        return clock;
    }

    boolean isUp() {
        return nodes.stream().anyMatch(SteveNode::takesConnections);
    }

    void start() {
        nodes.forEach(SteveNode::start);
    }

    /** All of it ends, and comes back after a while. */
    void crash(Duration downtime) {
        nodes.forEach(node -> crash(node, downtime));
    }

    void crash(SteveNode node, Duration downtime) {
        if (!node.isUp()) {
            return;
        }
        timeline.tell(() -> "SteVe dies for " + downtime);
        node.die();
        timeline.after(downtime, node::start);
    }

    /** What the plugin says of its newest cycle. */
    List<CycleReport> reports() {
        return nodes.getFirst().reports();
    }

    /** The alarms that last. */
    List<Alarm> alarms() {
        return nodes.getFirst().alarms();
    }

    /** The balancer leaves all stations with one node until it fails. */
    void connected(Station station) {
        if (!active.takesConnections()) {
            active = nodes.stream()
                    .filter(SteveNode::takesConnections)
                    .findFirst()
                    .orElseThrow();
        }
        active.connect(station);
    }

    void disconnected(Station station) {
        SteveNode node = nodeOf(station);
        if (node != null) {
            node.disconnect(station);
        }
    }

    private @Nullable SteveNode nodeOf(Station station) {
        return nodes.stream().filter(node -> node.has(station)).findFirst().orElse(null);
    }

    private void observe(Station station, Observation observation) {
        SteveNode node = nodeOf(station);
        if (node != null) {
            node.observe(observation);
        }
    }

    private void hear(Station station) {
        observe(station, new Observation.StationHeard(station.id(), clock.instant()));
    }

    void booted(Station station) {
        hear(station);
        observe(station, new Observation.StationBooted(station.id(), clock.instant()));
    }

    /** The number that SteVe gives. */
    int started(Station station, Plug plug, Instant stampedAt) {
        hear(station);
        int number = transactions.started(plug.evse(), stampedAt);
        observe(station, new Observation.TransactionStarted(plug.evse(), number, stampedAt, clock.instant()));
        return number;
    }

    void stopped(Station station, Plug plug, int transaction) {
        hear(station);
        transactions.stopped(transaction);
        observe(station, new Observation.TransactionEnded(plug.evse().chargeBoxId(), transaction, clock.instant()));
    }

    void status(Station station, Plug plug, EvseStatus status, Instant stampedAt) {
        hear(station);
        observe(station, new Observation.StatusReported(plug.evse(), status, stampedAt, clock.instant()));
    }

    void metered(Station station, MeterSample sample) {
        hear(station);
        observe(
                station,
                new Observation.MeterRead(sample.evse(), sample.transaction(), sample.receivedAt(clock.instant())));
    }
}
