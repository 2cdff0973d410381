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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.commissioning.Findings;
import steve.loadmanagement.commissioning.OfflineTrial;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Wiring;

/**
 * The commissioning tests that run. A test bounds its EVSE's demand, so that what it tells goes through plan and ledger like
 * everything else: it can never take what is not free. What it sees are the reports of the cycles.
 */
public final class CommissioningDesk implements DemandRules {

    private static final Logger LOG = LoggerFactory.getLogger(CommissioningDesk.class);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Supplier<ControlLoop> loop;
    private final StationErrands errands;
    private final CommissioningLog log;
    private final Clock clock;
    private final Map<EvseRef, Commissioning> tests = new ConcurrentHashMap<>();
    private final Map<EvseRef, Integer> stored = new ConcurrentHashMap<>();

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
        active(evse);
        Commissioning begun = Commissioning.begun(tester, clock.instant());
        tests.put(evse, begun);
        stored.remove(evse);
        loop.get().tryAnew(evse);
        errands.configuration(evse.chargeBoxId(), List.of())
                .thenAccept(keys -> change(evse, test -> test.withKeys(keys)))
                .exceptionally(e -> null);
        return begun;
    }

    /** The EVSE where a test can begin. */
    private CommissioningView active(EvseRef evse) {
        CommissioningView view = view(evse);
        if (view == null) {
            throw new IllegalStateException(evse + " is on no strand that is controlled");
        }
        if (view.report().snapshot().site().modeOf(view.evse()) != Mode.ACTIVE) {
            throw new IllegalStateException("the strand of " + evse + " only observes: make it active first");
        }
        Commissioning running = tests.get(evse);
        if (running != null && (!running.isOver() || isTriedOffline(running))) {
            throw new IllegalStateException(evse + " is being tested already");
        }
        return view;
    }

    private static boolean isTriedOffline(Commissioning test) {
        OfflineTrial offline = test.offline();
        return offline != null && !offline.isOver();
    }

    /**
     * Begins to try what its station does offline; it waits for the cut.
     *
     * @throws IllegalStateException where it cannot be done, with why
     */
    public Commissioning beginOffline(EvseRef evse, String tester) {
        CommissioningView view = active(evse);
        if (!view.isConnected() || !view.isCharging()) {
            throw new IllegalStateException("no car charges at " + evse + ", or its station is offline");
        }
        Instant dueAt = view.fallenBackAt();
        if (!view.evse().traits().takesTwoPeriods() || dueAt == null) {
            throw new IllegalStateException(
                    "no grant of " + evse + " falls back by itself, or nobody knows the station's clock");
        }
        OfflineTrial.Before before = view.before();
        if (!before.granted().isMoreThan(before.fallback().plus(OfflineTrial.TOLERANCE))) {
            throw new IllegalStateException("the grant of " + evse + " is its fallback already: nothing would be seen");
        }
        OfflineTrial trial = OfflineTrial.begun(tester, before, dueAt, clock.instant());
        return tests.compute(evse, (_, test) -> {
            if (test != null) {
                return test.with(trial);
            }
            stored.remove(evse);
            return Commissioning.skipped(tester, clock.instant()).with(trial);
        });
    }

    /**
     * The operator says what the vehicle or the station shows.
     *
     * @throws IllegalStateException where there is nothing to see
     */
    public void seenOffline(EvseRef evse, Current current) {
        changeTrial(evse, trial -> trial.seen(current, clock.instant()));
    }

    public void cancelOffline(EvseRef evse) {
        changeTrial(evse, trial -> trial.aborted("cancelled", clock.instant()));
    }

    private void changeTrial(EvseRef evse, UnaryOperator<OfflineTrial> change) {
        Commissioning test = tests.get(evse);
        OfflineTrial before = test == null ? null : test.offline();
        if (before == null || before.isOver()) {
            throw new IllegalStateException("nobody tries what " + evse + " does offline");
        }
        alter(evse, change);
    }

    private @Nullable Commissioning alter(EvseRef evse, UnaryOperator<OfflineTrial> change) {
        Commissioning after = change(evse, it -> {
            OfflineTrial trial = it.offline();
            return trial == null ? it : it.with(change.apply(trial));
        });
        if (after != null && !isTriedOffline(after)) {
            store(evse, after);
        }
        return after;
    }

    /** How the EVSE is said to be wired; null: it is on no strand. */
    public @Nullable Wiring wiring(EvseRef evse) {
        CommissioningView view = view(evse);
        return view == null ? null : view.evse().wiring();
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
    public CommissioningLog log() {
        return log;
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
            CommissioningView view = view(evse);
            if (before == null || view == null) {
                continue;
            }
            if (!before.isOver()) {
                lookAtSteps(before, view);
            } else if (isTriedOffline(before)) {
                lookAtOffline(before, view);
            }
        }
    }

    private void lookAtSteps(Commissioning before, CommissioningView view) {
        EvseRef evse = view.evse().ref();
        Commissioning after = change(evse, test -> test.see(view.sight()));
        if (after != null && !Objects.equals(before.ceiling(), after.ceiling())) {
            loop.get().changed();
        }
        if (after != null && after.isOver()) {
            end(evse, after);
        } else if (after != null && isToBeReadBack(before, after)) {
            readBack(evse);
        }
    }

    private void lookAtOffline(Commissioning before, CommissioningView view) {
        EvseRef evse = view.evse().ref();
        OfflineTrial was = before.offline();
        Commissioning after = alter(evse, trial -> trial.see(view.offlineSight()));
        OfflineTrial is = after == null ? null : after.offline();
        boolean isJustBack = was != null && is != null && was.backAt() == null && is.backAt() != null;
        if (isJustBack) {
            errands.triggerMeterValues(evse).exceptionally(_ -> null);
        }
    }

    private void end(EvseRef evse, Commissioning test) {
        if (Boolean.TRUE.equals(Findings.of(test, "").follows())) {
            loop.get().cleared(evse);
        }
        store(evse, test);
    }

    private void store(EvseRef evse, Commissioning test) {
        try {
            Integer id = stored.get(evse);
            if (id == null) {
                stored.put(evse, log.write(evse, test));
            } else {
                log.change(id, test);
            }
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

    /** Null: it is on no strand that is controlled. */
    private @Nullable CommissioningView view(EvseRef evse) {
        ControlLoop control = loop.get();
        for (CycleReport report : control.reports()) {
            Evse placed = report.snapshot().site().evse(evse);
            if (placed != null) {
                return new CommissioningView(report, placed, control.grid(), control.policy(), clock.instant());
            }
        }
        return null;
    }
}
