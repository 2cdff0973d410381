/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Observations;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Releases;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;

/** All sites, cycle by cycle. {@link #observe} may be called from any thread; the rest is for the control thread. */
public final class LoadManagement {

    private static final Logger LOG = LoggerFactory.getLogger(LoadManagement.class);

    private final Ports ports;
    private final Allocator allocator;
    private final LedgerPolicy policy;
    private final Clock clock;
    private final Slots slots;
    private final Observations observations = new Observations();

    private volatile ControlLoop.Status status;
    private volatile Map<StrandId, CycleReport> reports = Map.of();
    private List<Site> sites = List.of();
    private List<Priority> priorities = List.of();
    private @Nullable Started started;

    public LoadManagement(Ports ports, Allocator allocator, LedgerPolicy policy, Clock clock) {
        this(ports, allocator, policy, clock, Slots.QUARTER_HOURS);
    }

    /**
     * @param slots the same that the allocator goes by
     */
    public LoadManagement(Ports ports, Allocator allocator, LedgerPolicy policy, Clock clock, Slots slots) {
        this.slots = slots;
        this.ports = ports;
        this.allocator = allocator;
        this.policy = policy;
        this.clock = clock;
        this.status = new ControlLoop.Status(false, "starting", clock.instant());
    }

    /**
     * The adapters.
     *
     * @param schema makes the tables; throws if it cannot
     */
    public record Ports(
            Runnable schema,
            SiteSource sites,
            LedgerStore ledger,
            SetpointLog setpoints,
            StationCommands stations,
            RunningSessions sessions,
            PriorityStore priorities) {

        /** Without priorities. */
        public Ports(
                Runnable schema,
                SiteSource sites,
                LedgerStore ledger,
                SetpointLog setpoints,
                StationCommands stations,
                RunningSessions sessions) {
            this(schema, sites, ledger, setpoints, stations, sessions, PriorityStore.NONE);
        }
    }

    private record Started(Ledger ledger, Sender sender, ControlCycle cycle) {}

    /** Makes the tables, takes up the ledger and the sessions that run. What fails leaves load management off. */
    void start(BiConsumer<Setpoint, Outcome> whenDone) {
        try {
            ports.schema().run();
            ports.sessions().at(clock.instant()).forEach(observations::add);
            Ledger ledger = new Ledger(policy, ports.ledger().load());
            Sender sender = new Sender(ledger, ports.ledger(), ports.stations(), whenDone, clock);
            started = new Started(ledger, sender, new ControlCycle(allocator, ledger, sender, new Turns(slots)));
            status = new ControlLoop.Status(true, "", clock.instant());
            LOG.info("load management is on");
        } catch (RuntimeException e) {
            status = new ControlLoop.Status(false, reason(e), clock.instant());
            LOG.error("load management is off: {}. SteVe runs on without it.", reason(e), e);
        }
    }

    /** Takes in what was seen; cheap. */
    void observe(Observation observation) {
        observations.add(observation);
    }

    void came(Setpoint setpoint, Outcome outcome) {
        if (started != null) {
            started.sender().came(setpoint, outcome);
        }
    }

    /** One cycle of every site; a site that fails does not stop the others, and keeps its last report. */
    void cycle(Instant now) {
        if (started == null) {
            return;
        }
        readSites();
        Facts facts = observations.at(now);
        observations.takeBooted().forEach(started.ledger()::booted);
        started.sender()
                .send(Releases.of(started.ledger(), sites, facts), _ -> "no longer managed: its profiles are cleared");
        Map<StrandId, CycleReport> newest = new LinkedHashMap<>();
        for (Site site : sites) {
            CycleReport report = site.root().mode() == Mode.OFF ? null : cycle(started.cycle(), site, facts);
            if (report != null) {
                newest.put(site.root().id(), report);
            }
        }
        reports = newest;
        started.sender().store();
        log(started.sender().takeDone());
    }

    private @Nullable CycleReport cycle(ControlCycle cycle, Site site, Facts facts) {
        try {
            return cycle.run(site, facts, priorities);
        } catch (RuntimeException e) {
            LOG.error(
                    "the cycle of site {} failed; its stations keep what they have",
                    site.root().name(),
                    e);
            return reports.get(site.root().id());
        }
    }

    private void readSites() {
        try {
            sites = ports.sites().sites();
            priorities = ports.priorities().priorities().stream()
                    .map(PriorityStore.StoredPriority::priority)
                    .toList();
        } catch (RuntimeException e) {
            LOG.error("strands and priorities cannot be read; those read last go on", e);
        }
    }

    private void log(List<SetpointLog.Line> lines) {
        try {
            if (!lines.isEmpty()) {
                ports.setpoints().write(lines);
            }
        } catch (RuntimeException e) {
            LOG.error("{} setpoints are missing in the history", lines.size(), e);
        }
    }

    List<CycleReport> reports() {
        return List.copyOf(reports.values());
    }

    ControlLoop.Status status() {
        return status;
    }

    Duration startGrace() {
        return policy.startGrace();
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
