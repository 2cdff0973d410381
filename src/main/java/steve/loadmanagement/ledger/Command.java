/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;

/**
 * The newest setpoint of a track and what became of it.
 *
 * @param startsAt when its profile starts, by the station's clock
 * @param drawnBefore what the vehicle was last seen to draw before the station accepted; null: nobody saw it
 * @param attempt 1 for the first time, then counted up while the station does not accept
 * @param outcome null while it is in flight
 * @param outcomeAt null while it is in flight
 */
public record Command(
        Allowance allowance,
        Instant sentAt,
        Instant startsAt,
        @Nullable Current drawnBefore,
        int attempt,
        @Nullable Outcome outcome,
        @Nullable Instant outcomeAt) {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;

    /** To let go, once more if there was one before. */
    static Command release(@Nullable Command before, Instant at) {
        return new Command(Allowance.NOTHING, at, at, null, before == null ? 1 : before.nextAttempt(), null, null);
    }

    public Current value() {
        return allowance.first();
    }

    public boolean isInFlight() {
        return outcome == null;
    }

    public boolean isAccepted() {
        return outcome instanceof Outcome.Accepted;
    }

    /** When the station accepted it; null: it did not. */
    public @Nullable Instant acceptedAt() {
        return isAccepted() ? outcomeAt : null;
    }

    Command came(Outcome newest, Instant at) {
        return new Command(allowance, sentAt, startsAt, drawnBefore, attempt, newest, at);
    }

    Command seenDrawing(Current drawn) {
        return new Command(allowance, sentAt, startsAt, drawn, attempt, outcome, outcomeAt);
    }

    /** Whether its time was over while calls to other EVSEs of the station took theirs: the station never saw it. */
    boolean hasNotLeft() {
        return outcome instanceof Outcome.Expired;
    }

    /**
     * Whether the station did not take it and has been left alone long enough: 5 s, then twice as long each time. What has not
     * left has troubled nobody, and is due at once.
     */
    boolean isDueAgain(Instant now) {
        Instant since = outcomeAt;
        return hasNotLeft()
                || since != null && !isAccepted() && !since.plus(retryAfter()).isAfter(now);
    }

    /** What the attempt is when it is said again. */
    int nextAttempt() {
        return hasNotLeft() ? attempt : attempt + 1;
    }

    private Duration retryAfter() {
        return FIRST_RETRY.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    }
}
