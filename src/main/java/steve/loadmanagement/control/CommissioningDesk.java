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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.commissioning.Findings;
import steve.loadmanagement.commissioning.Sight;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * The commissioning tests that run. A test bounds its EVSE's demand, so that what it tells goes through plan and ledger like
 * everything else: it can never take what is not free. What it sees are the reports of the cycles.
 */
public final class CommissioningDesk implements DemandRules {

    private static final Logger LOG = LoggerFactory.getLogger(CommissioningDesk.class);
    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Supplier<ControlLoop> loop;
    private final StationErrands errands;
    private final CommissioningLog log;
    private final Clock clock;
    private final Map<EvseRef, Commissioning> tests = new ConcurrentHashMap<>();

    /** @param loop asked for when it is needed: it is made after the desk */
    public CommissioningDesk(Supplier<ControlLoop> loop, StationErrands errands, CommissioningLog log, Clock clock) {
        this.loop = loop;
        this.errands = errands;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins a test; it waits for a car.
     *
     * @throws IllegalStateException where it cannot be done, with why
     */
    public Commissioning begin(EvseRef evse, String tester) {
        CycleReport report = report(evse);
        Evse placed = report == null ? null : report.snapshot().site().evse(evse);
        if (report == null || placed == null) {
            throw new IllegalStateException(evse + " is on no strand that is controlled");
        }
        if (report.snapshot().site().modeOf(placed) != Mode.ACTIVE) {
            throw new IllegalStateException("the strand of " + evse + " only observes: make it active first");
        }
        Commissioning running = tests.get(evse);
        if (running != null && !running.isOver()) {
            throw new IllegalStateException(evse + " is being tested already");
        }
        Commissioning begun = Commissioning.begun(tester, clock.instant());
        tests.put(evse, begun);
        errands.configuration(evse.chargeBoxId(), List.of())
                .thenAccept(keys -> change(evse, test -> test.withKeys(keys)))
                .exceptionally(e -> null);
        return begun;
    }

    /** The newest test of that EVSE since the start; null: there is none. */
    public @Nullable Commissioning of(EvseRef evse) {
        return tests.get(evse);
    }

    public void cancel(EvseRef evse) {
        change(evse, test -> test.aborted("cancelled", clock.instant()));
        loop.get().changed();
    }

    /** The protocols of earlier tests. */
    public List<CommissioningLog.Protocol> protocols(EvseRef evse) {
        return log.of(evse);
    }

    @Override
    public Demand apply(Demand demand, EvseFacts facts, Instant now) {
        Commissioning test = tests.get(demand.evse());
        Current ceiling = test == null ? null : test.ceiling();
        if (ceiling == null) {
            return demand;
        }
        return ceiling.isZero() ? VehicleRules.paused(demand) : demand.upTo(ceiling.max(demand.minimum()));
    }

    /** Looks at the newest reports; called each second or so. */
    public void look() {
        for (EvseRef evse : List.copyOf(tests.keySet())) {
            Commissioning before = tests.get(evse);
            CycleReport report = report(evse);
            if (before == null || before.isOver() || report == null) {
                continue;
            }
            Commissioning after = change(evse, test -> test.see(sight(evse, report)));
            if (after != null && !java.util.Objects.equals(before.ceiling(), after.ceiling())) {
                loop.get().changed();
            }
            if (after != null && after.isOver()) {
                end(evse, after);
            } else if (after != null && isToBeReadBack(before, after)) {
                readBack(evse);
            }
        }
    }

    private void end(EvseRef evse, Commissioning test) {
        if (Boolean.TRUE.equals(Findings.of(test, "").follows())) {
            loop.get().cleared(evse);
        }
        try {
            log.write(evse, test);
        } catch (RuntimeException e) {
            LOG.warn("the protocol of the test of {} could not be stored: {}", evse, e.getMessage());
        }
    }

    /** Once a step, when the station has accepted. */
    private static boolean isToBeReadBack(Commissioning before, Commissioning after) {
        return after.running() != null
                && after.running().acceptedAt() != null
                && (before.running() == null || before.running().acceptedAt() == null);
    }

    private void readBack(EvseRef evse) {
        errands.compositeSchedule(evse, AHEAD)
                .handle((periods, e) -> periods == null
                        ? "no answer"
                        : periods.stream()
                                .map(period ->
                                        period.limit() + " " + period.unit() + " from " + period.startSeconds() + " s")
                                .collect(Collectors.joining(", ")))
                .thenAccept(words -> change(evse, test -> test.withReadBack(words)));
    }

    private @Nullable Commissioning change(EvseRef evse, UnaryOperator<Commissioning> change) {
        return tests.computeIfPresent(evse, (_, test) -> change.apply(test));
    }

    private @Nullable CycleReport report(EvseRef evse) {
        return loop.get().reports().stream()
                .filter(report -> report.snapshot().site().evse(evse) != null)
                .findFirst()
                .orElse(null);
    }

    private Sight sight(EvseRef evse, CycleReport report) {
        Instant now = clock.instant();
        EvseFacts facts = report.facts().of(evse);
        LedgerEntry entry = report.entries().get(evse);
        Command newest = entry == null ? null : entry.grant().newest();
        Reading reading = facts.reading() == null || facts.reading().isStale(now, FRESH) ? null : facts.reading();
        boolean isRefused = newest != null && newest.outcome() != null && !newest.isAccepted();
        return new Sight(
                now,
                report.facts().ofStation(evse.chargeBoxId()).connected(),
                facts.session() != null && facts.session().isBelieved(),
                newest == null ? null : newest.value(),
                newest == null ? null : newest.acceptedAt(),
                isRefused && newest != null && newest.outcome() != null
                        ? newest.outcome().word()
                        : null,
                currents(reading),
                reading == null ? null : reading.register(),
                reading == null ? null : reading.receivedAt());
    }

    private static Map<Phase, Current> currents(@Nullable Reading reading) {
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            Current current = reading == null || reading.imported() == null
                    ? null
                    : reading.imported().on(phase);
            if (current != null) {
                currents.put(phase, current);
            }
        }
        return currents;
    }
}
