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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.RunningSessions;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.ledger.Outcome;

/** One of SteVe's processes: the stations that are connected to it, and the plugin in it. */
final class SteveNode implements RunningSessions {

    private final String name;
    private final HostClock clock;
    private final Function<SteveNode, Node> plugins;
    private final Transactions transactions;
    private final Map<String, Station> connected = new LinkedHashMap<>();
    private final List<Observation> missed = new ArrayList<>();
    private @Nullable Node plugin;
    private boolean isFrozen;

    /** @param plugins makes a running instance of the plugin on what was stored */
    SteveNode(String name, HostClock clock, Function<SteveNode, Node> plugins, Transactions transactions) {
        this.name = name;
        this.clock = clock;
        this.plugins = plugins;
        this.transactions = transactions;
    }

    String name() {
        return name;
    }

    HostClock clock() {
        return clock;
    }

    boolean takesConnections() {
        return plugin != null && !isFrozen;
    }

    boolean isUp() {
        return plugin != null;
    }

    boolean has(Station station) {
        return connected.containsKey(station.id());
    }

    void start() {
        plugin = plugins.apply(this);
    }

    /** It ends between any two steps. Stations notice. */
    void die() {
        if (plugin != null) {
            plugin.kill();
            plugin = null;
        }
        isFrozen = false;
        missed.clear();
        List.copyOf(connected.values()).forEach(Station::disconnected);
    }

    /** Nothing happens in it. */
    void freeze() {
        if (plugin != null) {
            isFrozen = true;
            plugin.freeze();
        }
    }

    /** First it does what had come due, then it hears what it missed. */
    void thaw() {
        isFrozen = false;
        if (plugin != null) {
            plugin.thaw();
            List<Observation> late = List.copyOf(missed);
            missed.clear();
            late.forEach(plugin::see);
        }
    }

    void connect(Station station) {
        connected.put(station.id(), station);
        observe(new Observation.StationConnected(station.id(), clock.instant()));
    }

    void disconnect(Station station) {
        connected.remove(station.id());
        observe(new Observation.StationDisconnected(station.id(), clock.instant()));
    }

    void observe(Observation observation) {
        if (isFrozen) {
            missed.add(observation);
        } else if (plugin != null) {
            plugin.see(observation);
        }
    }

    /** The plugin's; it must be up. */
    ControlLoop loop() {
        return Objects.requireNonNull(plugin).loop();
    }

    /** What the plugin says of its newest cycle. */
    List<CycleReport> reports() {
        return plugin == null ? List.of() : plugin.reports();
    }

    /** The alarms that last. */
    List<Alarm> alarms() {
        return plugin == null ? List.of() : plugin.alarms();
    }

    /** SteVe's way out: nothing at all where the station is not there. */
    void call(String chargeBoxId, SetChargingProfileRequest request, Node from, Consumer<Outcome> landed) {
        Station station = connected.get(chargeBoxId);
        if (station == null || !station.link().isOpen()) {
            landed.accept(new Outcome.Offline());
            return;
        }
        station.setProfile(request, outcome -> {
            if (from.equals(plugin)) {
                landed.accept(outcome);
            }
        });
    }

    @Override
    public List<Observation> at(Instant now) {
        return transactions.at(now, connected::containsKey);
    }
}
