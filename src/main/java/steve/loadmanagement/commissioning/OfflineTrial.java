/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;

/**
 * What a station does without us, tried by hand with a car: its connection is cut, and its grant must fall back by itself.
 *
 * <pre>
 *   READY ──offline──→ CUT ──the dead man has surely fired──→ DUE ──heard again──→ BACK ──a reading, or told by eye──→ DONE
 *     │ the car leaves  │ heard again before                   │                    │
 *     └─────────────────┴──── cancelled ───────────────────────┴────────────────────┴──→ ABORTED, with why
 * </pre>
 *
 * Only a reading that was taken after the dead man and before the station was told anything new proves something; without one
 * it is what the operator saw at the vehicle or at the station.
 *
 * @param before what held before the cut
 * @param dueAt when it must have fallen back, by the station's clock as late as it may be, and the vehicle must have followed
 * @param seen what the operator saw then; null: not told
 * @param measured what the station's meter showed then; null: no reading of that time
 */
public record OfflineTrial(
        String tester,
        Instant beganAt,
        State state,
        Before before,
        Instant dueAt,
        @Nullable Instant cutAt,
        @Nullable Instant backAt,
        @Nullable Current seen,
        @Nullable Current measured,
        @Nullable Instant endedAt,
        @Nullable String why) {

    /** A smaller difference shows nothing. */
    public static final Current TOLERANCE = Step.TOLERANCE;

    /** A reading of the time without us comes within it, if at all. */
    private static final Duration FOR_A_READING = Duration.ofMinutes(2);

    /** Then nobody saw anything. */
    private static final Duration FOR_AN_EYE = Duration.ofMinutes(30);

    /** Where it stands. */
    public enum State {
        READY,
        CUT,
        DUE,
        BACK,
        DONE,
        ABORTED
    }

    /** What it comes to. */
    public enum Verdict {
        CONFIRMED,
        NOT_CONFIRMED,
        /** The vehicle drew no more before than it may afterwards. */
        UNPROVEN,
        UNSEEN
    }

    /**
     * What held before the cut.
     *
     * @param drawn null: nobody measured
     * @param fallback what the grant falls back to
     */
    public record Before(
            Current granted, Current fallback, @Nullable Current drawn) {}

    /**
     * One look at it.
     *
     * @param before what holds now
     * @param dueAt when a grant that is not said again must have fallen back; null: nobody knows
     * @param drawn of the newest reading; null: there is none
     * @param drawnAt when that was taken, by our clock
     * @param toldAt when the station was last told a grant; null: not since it came back
     */
    public record Sight(
            Instant now,
            boolean isConnected,
            boolean isCharging,
            Before before,
            @Nullable Instant dueAt,
            @Nullable Current drawn,
            @Nullable Instant drawnAt,
            @Nullable Instant toldAt) {}

    /** One that waits for the cut. */
    public static OfflineTrial begun(String tester, Before before, Instant dueAt, Instant now) {
        return new OfflineTrial(tester, now, State.READY, before, dueAt, null, null, null, null, null, null);
    }

    public boolean isOver() {
        return state == State.DONE || state == State.ABORTED;
    }

    /** Takes in what is seen. */
    public OfflineTrial see(Sight sight) {
        return switch (state) {
            case READY -> ready(sight);
            case CUT -> cut(sight);
            case DUE -> sight.isConnected() ? with(State.BACK, before, dueAt, cutAt, sight.now()) : this;
            case BACK -> back(sight);
            case DONE, ABORTED -> this;
        };
    }

    private OfflineTrial ready(Sight sight) {
        if (!sight.isCharging()) {
            return aborted("the car has left", sight.now());
        }
        Instant due = sight.dueAt() == null ? dueAt : sight.dueAt();
        return sight.isConnected()
                ? with(State.READY, sight.before(), due, null, null)
                : with(State.CUT, before, due, sight.now(), null);
    }

    private OfflineTrial cut(Sight sight) {
        Instant due = sight.dueAt() == null || sight.dueAt().isBefore(dueAt) ? dueAt : sight.dueAt();
        if (due.isAfter(sight.now())) {
            return sight.isConnected()
                    ? aborted("the station was back before its grant had to fall back", sight.now())
                    : with(State.CUT, before, due, cutAt, null);
        }
        return with(State.DUE, before, due, cutAt, null);
    }

    private OfflineTrial back(Sight sight) {
        Current proof = proof(sight);
        if (proof != null) {
            return ended(proof, sight.now());
        }
        Instant since = backAt == null ? sight.now() : backAt;
        Duration most = seen == null ? FOR_AN_EYE : FOR_A_READING;
        boolean isHopeless = !sight.isCharging() && seen != null;
        return isHopeless || !since.plus(most).isAfter(sight.now()) ? ended(null, sight.now()) : this;
    }

    private @Nullable Current proof(Sight sight) {
        Instant takenAt = sight.drawnAt();
        Instant toldAt = sight.toldAt();
        boolean isOfThatTime = takenAt != null
                && takenAt.isAfter(dueAt)
                && (toldAt == null || cutAt == null || toldAt.isBefore(cutAt) || takenAt.isBefore(toldAt));
        return isOfThatTime ? sight.drawn() : null;
    }

    /**
     * The operator says what the vehicle or the station showed.
     *
     * @throws IllegalStateException where there is nothing to see
     */
    public OfflineTrial seen(Current current, Instant now) {
        if (state != State.DUE && state != State.BACK) {
            throw new IllegalStateException("there is nothing to see before the grant must have fallen back");
        }
        OfflineTrial told =
                new OfflineTrial(tester, beganAt, state, before, dueAt, cutAt, backAt, current, measured, endedAt, why);
        boolean isLate = backAt != null && !backAt.plus(FOR_A_READING).isAfter(now);
        return isLate ? told.ended(null, now) : told;
    }

    /** It ends now; what was seen so far stays. */
    public OfflineTrial aborted(String reason, Instant now) {
        return isOver()
                ? this
                : new OfflineTrial(
                        tester, beganAt, State.ABORTED, before, dueAt, cutAt, backAt, seen, measured, now, reason);
    }

    public Verdict verdict() {
        Current shown = measured == null ? seen : measured;
        if (shown == null) {
            return Verdict.UNSEEN;
        }
        Current most = before.fallback().plus(TOLERANCE);
        if (shown.isMoreThan(most)) {
            return Verdict.NOT_CONFIRMED;
        }
        Current had = before.drawn() == null ? before.granted() : before.drawn();
        return had.isMoreThan(most) ? Verdict.CONFIRMED : Verdict.UNPROVEN;
    }

    private OfflineTrial ended(@Nullable Current shown, Instant now) {
        return new OfflineTrial(tester, beganAt, State.DONE, before, dueAt, cutAt, backAt, seen, shown, now, null);
    }

    private OfflineTrial with(
            State next, Before held, Instant due, @Nullable Instant newCutAt, @Nullable Instant newBackAt) {
        return new OfflineTrial(tester, beganAt, next, held, due, newCutAt, newBackAt, seen, measured, null, null);
    }
}
