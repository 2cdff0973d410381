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
import java.util.List;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.DemandRules;
import steve.loadmanagement.control.DynamicPorts;
import steve.loadmanagement.control.LoadManagement;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.dispatch.Wire;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.ProfileShape;
import steve.loadmanagement.site.Site;
import support.NoAlarms;

/** A running SteVe with the plugin in it: the real control code on a timeline. Ends without a word when it is killed. */
final class Node {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final LeapingExecutor executor;
    private final ControlLoop loop;

    /** What the plugin has beside its main job. */
    record Extras(DemandRules rules, DynamicPorts dynamic) {

        static final Extras NONE = new Extras(DemandRules.NONE, DynamicPorts.NONE);

        private LoadManagement.Engine engine() {
            return new LoadManagement.Engine(new TreeAllocator(), LedgerPolicy.DEFAULT, Slots.QUARTER_HOURS, rules);
        }
    }

    Node(SteveNode host, Site site, Durable database, Timeline timeline, Extras extras) {
        this.executor = new LeapingExecutor(timeline);
        LoadManagement.Ports ports = new LoadManagement.Ports(
                () -> {},
                () -> List.of(site),
                PriorityStore.NONE,
                database.ledgerOf(host.name()),
                database::log,
                NoAlarms.LOG,
                database.leasesOf(host.name()),
                Wire.dispatcher(
                        (chargeBoxId, request, landed) -> {
                            if (isAlive()) {
                                host.call(chargeBoxId, request, this, landed);
                            }
                        },
                        ref -> shape(site, ref),
                        ANSWER_TIMEOUT,
                        executor,
                        host.clock().inUtc()),
                host,
                extras.dynamic());
        this.loop = new ControlLoop(
                new LoadManagement(ports, extras.engine(), host.clock().inUtc(), host.clock()::elapsedNanos),
                ControlLoop.ControlTimes.DEFAULT,
                host.clock().inUtc(),
                executor);
        loop.start();
    }

    private static ProfileShape shape(Site site, EvseRef ref) {
        Evse evse = site.evse(ref);
        return evse == null ? ProfileShape.STANDARD : evse.traits().shape();
    }

    ControlLoop loop() {
        return loop;
    }

    List<CycleReport> reports() {
        return loop.reports();
    }

    List<Alarm> alarms() {
        return loop.alarms();
    }

    boolean isAlive() {
        return !executor.isShutdown();
    }

    void see(Observation observation) {
        loop.on(observation);
    }

    /** Everything waits; it goes on as if nothing had been. */
    void freeze() {
        executor.freeze();
    }

    void thaw() {
        executor.thaw();
    }

    void kill() {
        executor.shutdownNow();
    }
}
