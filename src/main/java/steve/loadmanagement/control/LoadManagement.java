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
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Observations;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;

/** All sites, cycle by cycle. {@link #observe} may be called from any thread; the rest is for the control thread. */
public final class LoadManagement {

    private static final Logger LOG = LoggerFactory.getLogger(LoadManagement.class);

    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Ports ports;
    private final Engine engine;
    private final Clock clock;
    private final Blueprints blueprints;
    private final ClockWatch clockWatch;
    private volatile Observations observations = new Observations();
    private final GridWatch grid;
    private final LetGo letGo;

    private volatile ControlLoop.Status status;
    private volatile List<CycleReport> reports = List.of();
    private volatile List<Alarm> alarms = List.of();
    private @Nullable Started started;
    private BiConsumer<Setpoint, Outcome> whenDone = (_, _) -> {};

    public LoadManagement(Ports ports, Engine engine, Clock clock) {
        this(ports, engine, clock, System::nanoTime);
    }

    /** @param elapsedNanos time since whenever, in ns, by a clock that is never set */
    public LoadManagement(Ports ports, Engine engine, Clock clock, LongSupplier elapsedNanos) {
        this.ports = ports;
        this.engine = engine;
        this.clock = clock;
        this.blueprints = new Blueprints(ports.sites(), ports.priorities());
        this.grid = new GridWatch(ports.dynamic());
        this.letGo = new LetGo(ports.leases());
        this.clockWatch = new ClockWatch(elapsedNanos, clock.instant());
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
            PriorityStore priorities,
            LedgerStore ledger,
            SetpointLog setpoints,
            AlarmLog alarms,
            Leases leases,
            StationCommands stations,
            RunningSessions sessions,
            DynamicPorts dynamic) {

        /** Without dynamic load management. */
        public Ports(
                Runnable schema,
                SiteSource sites,
                PriorityStore priorities,
                LedgerStore ledger,
                SetpointLog setpoints,
                AlarmLog alarms,
                Leases leases,
                StationCommands stations,
                RunningSessions sessions) {
            this(schema, sites, priorities, ledger, setpoints, alarms, leases, stations, sessions, DynamicPorts.NONE);
        }

        /** The same with dynamic load management. */
        public Ports with(DynamicPorts newDynamic) {
            return new Ports(
                    schema, sites, priorities, ledger, setpoints, alarms, leases, stations, sessions, newDynamic);
        }
    }

    /**
     * What decides.
     *
     * @param slots the same that the allocator goes by
     * @param rules bound what each EVSE wants
     */
    public record Engine(Allocator allocator, LedgerPolicy policy, Slots slots, DemandRules rules) {

        /** One that leaves every demand as it is. */
        public Engine(Allocator allocator, LedgerPolicy policy, Slots slots) {
            this(allocator, policy, slots, DemandRules.NONE);
        }
    }

    private record Started(Ledger ledger, Sender sender, AlarmWatch watch, ControlledSites sites) {}

    /** Makes the tables, takes up the ledger and the sessions that run. What fails leaves load management off for a while. */
    void start(BiConsumer<Setpoint, Outcome> tellWhenDone) {
        whenDone = tellWhenDone;
        Instant now = clock.instant();
        try {
            ports.schema().run();
            Ledger ledger = new Ledger(engine.policy(), ports.ledger().load());
            AlarmWatch watch = new AlarmWatch(ports.alarms(), engine.policy().maximumReadingAge(), now);
            Sender sender = new Sender(ledger, ports.ledger(), ports.stations(), whenDone, clock);
            ControlCycle cycle = new ControlCycle(
                    engine.allocator(), ledger, sender, new Turns(engine.slots()), engine.rules(), grid);
            readSessions(now);
            started = new Started(
                    ledger,
                    sender,
                    watch,
                    new ControlledSites(
                            root -> new SiteControl(root, ports.leases(), ports.ledger(), ledger, cycle),
                            this::readSessions));
            status = new ControlLoop.Status(true, "", now);
            LOG.info("load management is on");
        } catch (RuntimeException e) {
            boolean isNews = !reason(e).equals(status.why());
            status = new ControlLoop.Status(false, reason(e), now);
            if (isNews) {
                LOG.error("load management is off: {}. SteVe runs on without it.", reason(e), e);
            }
        }
    }

    private void readSessions(Instant now) {
        observations.takeOver(ports.sessions().at(now), now);
    }

    /** Takes in what was seen, and says what it changed; cheap. */
    Observations.Change observe(Observation observation) {
        if (observation instanceof Observation.MeterRead read
                && (read.evse().evseId() == 0 || grid.isMeter(read.evse()))) {
            return observations.add(new Observation.StationHeard(read.chargeBoxId(), read.at()));
        }
        return observations.add(observation);
    }

    /** Meters, quarter hours, limits over time, the grid operator. */
    GridWatch gridWatch() {
        return grid;
    }

    /** Strands, EVSEs, priorities, meters or limits were edited. */
    void edited() {
        blueprints.edited();
        grid.edited();
    }

    void came(Setpoint setpoint, Outcome outcome) {
        if (started != null) {
            started.sender().came(setpoint, outcome);
        }
    }

    /** A commissioning test showed that it follows. */
    void cleared(EvseRef evse) {
        if (started != null) {
            started.ledger().cleared(evse);
        }
    }

    /** An operator has it tried anew. */
    void triedAnew(EvseRef evse) {
        if (started != null) {
            started.ledger().triedAnew(evse);
        }
    }

    /** One cycle of every site; a site that fails does not stop the others, and keeps its last report. */
    void cycle(Instant now) {
        if (started == null) {
            if (!status.since().plus(RETRY).isAfter(now)) {
                start(whenDone);
            }
            return;
        }
        Duration leap = clockWatch.leapt(now);
        if (!leap.isZero()) {
            clockLeapt(started, leap, now);
        }
        Blueprints.Read read = blueprints.at(now);
        if (read != null) {
            started.sites().takeUp(read.sites(), now);
            cycle(started, read, observations.at(now));
        }
    }

    /** As after a restart: nothing that was timed by the clock before counts, and everything is said again. */
    private void clockLeapt(Started running, Duration leap, Instant now) {
        LOG.warn(
                "the clock was set by {}: grants count until they are proven again, stations until they are heard",
                leap);
        observations = new Observations();
        running.ledger().clockLeapt();
        running.watch().clockLeapt(now);
        blueprints.edited();
        try {
            readSessions(now);
        } catch (RuntimeException e) {
            LOG.warn("sessions that run cannot be read, and are known when they are heard of: {}", e.getMessage());
        }
    }

    private void cycle(Started running, Blueprints.Read read, Facts facts) {
        letGo.of(running.ledger(), running.sender(), read.sites(), facts);
        grid.follow(read.sites(), facts, running.ledger());
        reports = running.sites().run(read, facts);
        running.watch()
                .look(reports, grid.conditions(facts.now()), running.sender().isStoring(), facts.now());
        alarms = running.watch().lasting();
        log(running.sender().takeDone());
    }

    private void log(List<SetpointLog.Line> lines) {
        try {
            if (!lines.isEmpty()) {
                ports.setpoints().write(lines);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} setpoints are missing in the history: {}", lines.size(), e.getMessage());
        }
    }

    /** Another node need not wait. */
    void giveBack() {
        ports.leases().giveBack();
    }

    /** The newest report of each site, in the order of their roots. */
    List<CycleReport> reports() {
        return reports;
    }

    List<Alarm> alarms() {
        return alarms;
    }

    ControlLoop.Status status() {
        return status;
    }

    LedgerPolicy policy() {
        return engine.policy();
    }

    Duration startGrace() {
        return engine.policy().startGrace();
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Objects.requireNonNullElse(root.getMessage(), root.toString());
    }
}
