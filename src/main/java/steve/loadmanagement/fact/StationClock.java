/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station's clock against ours, from the times that it writes into its messages. A message that is received at
 * {@code r} with time {@code s} in it was on its way for some time {@code d >= 0}, so the station's clock lags by
 * {@code r - s - d}: never by more than {@code r - s}.
 *
 * @param latest {@code r - s} of the newest message; below zero where the clock leads
 * @param least the least {@code r - s} since the clock was last set, of the quickest message
 */
public record StationClock(
        @Nullable Duration latest, @Nullable Duration least) {

    /** Nothing was heard since the station booted, and with that set its clock. */
    public static final StationClock UNKNOWN = new StationClock(null, null);

    /** A clock that leads by more says nothing that can be relied on: some stations send their local time as UTC. */
    private static final Duration LARGEST_LEAD = Duration.ofMinutes(2);

    StationClock seen(Instant stampedAt, Instant receivedAt) {
        Duration difference = Duration.between(stampedAt, receivedAt);
        boolean isQuicker = least == null || difference.compareTo(least) < 0;
        return new StationClock(difference, isQuicker ? difference : least);
    }

    /** It surely does not lag by more than this, whatever was done to it since it was set; null: nobody knows. */
    public @Nullable Duration lagAtMost() {
        return lag(latest);
    }

    /** It does not lag by more than this, if nobody has changed it since it was set; null: nobody knows. */
    public @Nullable Duration leastLag() {
        return lag(least);
    }

    private static @Nullable Duration lag(@Nullable Duration difference) {
        if (difference == null || difference.plus(LARGEST_LEAD).isNegative()) {
            return null;
        }
        return difference.isNegative() ? Duration.ZERO : difference;
    }

    /**
     * It surely does not lead by more than this, if no message is on its way for longer than {@code slowest}; null: nobody
     * knows.
     */
    public @Nullable Duration leadAtMost(Duration slowest) {
        if (least == null) {
            return null;
        }
        Duration lead = slowest.minus(least);
        return lead.isNegative() ? Duration.ZERO : lead;
    }

    /** When, by our clock, the station saw what it stamped with that time, and at the latest when we received it. */
    public Instant ours(Instant stampedAt, Instant receivedAt) {
        Instant seenAt = least == null ? receivedAt : stampedAt.plus(least);
        return seenAt.isBefore(receivedAt) ? seenAt : receivedAt;
    }
}
