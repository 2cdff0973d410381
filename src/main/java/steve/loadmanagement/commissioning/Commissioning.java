/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;

/**
 * A commissioning test with a car: the EVSE is told one current after the other, and each {@link Sight} drives the test on.
 *
 * <pre>
 *   WAITING (for a car) → RUNNING: 6 → 10 → 16 → 0 → 6 A → DONE
 *              │                  │ the car leaves, or the station is gone
 *              └── cancelled ─────┴──────────────────────────────────────→ ABORTED, with why
 * </pre>
 *
 * A step ends when enough was measured, or after a while; the test never commands, it says what may be drawn at most.
 *
 * @param keys the station's configuration keys as it sent them; empty: it did not
 * @param done the steps that are over
 * @param running the step that runs; null: none
 * @param ahead the currents that come after it
 * @param why it was aborted; null: it was not
 * @param beside what was seen beside the steps
 */
public record Commissioning(
        String tester,
        Instant beganAt,
        State state,
        Map<String, String> keys,
        List<Step> done,
        @Nullable Step running,
        List<Current> ahead,
        @Nullable Instant endedAt,
        @Nullable String why,
        Beside beside) {

    private static final List<Current> COURSE =
            Stream.of(6, 10, 16, 0, 6).map(Current::ofAmps).toList();

    /** Where it stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        ABORTED,
        /** Only what the station does offline is tried. */
        SKIPPED
    }

    /**
     * What is seen beside the steps.
     *
     * @param offline null: not tried
     */
    public record Beside(PhaseWatch phases, @Nullable OfflineTrial offline) {

        static final Beside NOTHING = new Beside(PhaseWatch.NOTHING, null);
    }

    public Commissioning {
        keys = Map.copyOf(keys);
        done = List.copyOf(done);
        ahead = List.copyOf(ahead);
        beside = Objects.requireNonNullElse(beside, Beside.NOTHING);
    }

    /** A test that waits for a car. */
    public static Commissioning begun(String tester, Instant now) {
        return new Commissioning(
                tester, now, State.WAITING, Map.of(), List.of(), null, COURSE, null, null, Beside.NOTHING);
    }

    /** One without steps. */
    public static Commissioning skipped(String tester, Instant now) {
        return new Commissioning(
                tester, now, State.SKIPPED, Map.of(), List.of(), null, List.of(), now, null, Beside.NOTHING);
    }

    /** The most that the EVSE may draw now; null: the test bounds nothing. */
    public @Nullable Current ceiling() {
        return running == null ? null : running.target();
    }

    public boolean isOver() {
        return state == State.DONE || state == State.ABORTED || state == State.SKIPPED;
    }

    /** Takes in what is seen. */
    public Commissioning see(Sight sight) {
        return switch (state) {
            case WAITING -> sight.isConnected() && sight.isCharging() ? next(sight.now(), done) : this;
            case RUNNING ->
                with(new Beside(beside.phases().see(sight.shown(), sight.strand()), beside.offline()))
                        .run(sight);
            case DONE, ABORTED, SKIPPED -> this;
        };
    }

    private Commissioning run(Sight sight) {
        if (!sight.isConnected() || !sight.isCharging()) {
            return aborted(sight.isConnected() ? "the car has left" : "the station is offline", sight.now());
        }
        Step step = running == null ? null : running.see(sight);
        if (step == null || !step.isOver(sight.now())) {
            return with(step);
        }
        List<Step> more = new ArrayList<>(done);
        more.add(step);
        return next(sight.now(), more);
    }

    private Commissioning next(Instant now, List<Step> over) {
        if (ahead.isEmpty()) {
            return new Commissioning(tester, beganAt, State.DONE, keys, over, null, ahead, now, null, beside);
        }
        Current before = over.isEmpty() ? Current.ZERO : over.getLast().target();
        Step first = Step.begun(ahead.getFirst(), before, now);
        return new Commissioning(
                tester, beganAt, State.RUNNING, keys, over, first, ahead.subList(1, ahead.size()), null, null, beside);
    }

    /** It ends now; what was seen so far stays. */
    public Commissioning aborted(String reason, Instant now) {
        return isOver()
                ? this
                : new Commissioning(tester, beganAt, State.ABORTED, keys, done, null, List.of(), now, reason, beside);
    }

    public Commissioning withKeys(Map<String, String> read) {
        return new Commissioning(tester, beganAt, state, read, done, running, ahead, endedAt, why, beside);
    }

    /** What the station said by itself that it would do, during the step that runs. */
    public Commissioning withReadBack(String words) {
        return change(step -> step.readBack(words));
    }

    private Commissioning change(UnaryOperator<Step> change) {
        return running == null ? this : with(change.apply(running));
    }

    private Commissioning with(@Nullable Step step) {
        return new Commissioning(tester, beganAt, state, keys, done, step, ahead, endedAt, why, beside);
    }

    private Commissioning with(Beside newest) {
        return new Commissioning(tester, beganAt, state, keys, done, running, ahead, endedAt, why, newest);
    }

    /** With what the station does offline, as far as it is known. */
    public Commissioning with(OfflineTrial offline) {
        return with(new Beside(beside.phases(), offline));
    }

    /** What the station does offline; null: not tried. */
    public @Nullable OfflineTrial offline() {
        return beside.offline();
    }
}
