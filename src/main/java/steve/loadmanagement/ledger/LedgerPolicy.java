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
import steve.loadmanagement.fact.StationClock;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.unit.Current;

/**
 * How careful the ledger is.
 *
 * @param settleTime from an accepted cut until the vehicle has surely followed, where the station has none of its own;
 *     IEC 61851-1 gives the vehicle 5 s
 * @param deadMan a grant falls back by itself after so long a silence of ours; refreshed at half of it
 * @param maximumReadingAge an older reading is no reading
 * @param tolerance how far a reading may lie above a setpoint before the EVSE is said not to follow
 * @param startGrace from StartTransaction until a grant may be sent, unless the station is heard before: it must have our
 *     answer, and with it its transaction id, first
 * @param smallestRaise a smaller raise is not worth a message; the first grant of a session always is
 * @param clockBound how far a station's clock may be from what its messages show
 * @param slowestMessage how long the quickest message of a station is on its way at most
 * @param clockWait a station that came back and whose clock is not known is left alone so long: one of its first messages
 *     says the time
 * @param raisesAtOnce so many raises of a site are in flight at most
 */
public record LedgerPolicy(
        Duration settleTime,
        Duration deadMan,
        Duration maximumReadingAge,
        Current tolerance,
        Duration startGrace,
        Current smallestRaise,
        Duration clockBound,
        Duration slowestMessage,
        Duration clockWait,
        int raisesAtOnce) {

    public static final LedgerPolicy DEFAULT = new LedgerPolicy(
            Duration.ofSeconds(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(3),
            Current.ofAmps(1),
            Duration.ofSeconds(1),
            Current.ofMilliamps(500),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            10);

    /** The settle time of a station: its own, or the usual one. */
    Duration settleTime(StationTraits traits) {
        return traits.settleTime() == null ? settleTime : traits.settleTime();
    }

    /**
     * When a grant that is not said again has surely fallen back, and the vehicle has followed: by the station's clock, as late
     * as it may be. Null: nobody knows that clock.
     */
    public @Nullable Instant fallenBackAt(Instant deadManAt, StationClock clock, StationTraits traits) {
        Duration lag = clock.lagAtMost();
        return lag == null ? null : deadManAt.plus(lag).plus(clockBound).plus(settleTime(traits));
    }

    /** The same with these times. */
    public LedgerPolicy with(
            Duration newSettleTime, Duration newDeadMan, Duration newMaximumReadingAge, Duration newStartGrace) {
        return new LedgerPolicy(
                newSettleTime,
                newDeadMan,
                newMaximumReadingAge,
                tolerance,
                newStartGrace,
                smallestRaise,
                clockBound,
                slowestMessage,
                clockWait,
                raisesAtOnce);
    }

    /** The same with another wait for a clock. */
    public LedgerPolicy withClockWait(Duration newClockWait) {
        return new LedgerPolicy(
                settleTime,
                deadMan,
                maximumReadingAge,
                tolerance,
                startGrace,
                smallestRaise,
                clockBound,
                slowestMessage,
                newClockWait,
                raisesAtOnce);
    }
}
