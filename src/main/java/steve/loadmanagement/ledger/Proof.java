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
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.StationClock;
import steve.loadmanagement.unit.Current;

/**
 * Whether an accepted command is done. A reading proves it if it was taken after the answer, lies at or below the command,
 * and the vehicle drew more before: a vehicle that drew less anyway shows nothing. A station that was never caught is also
 * trusted after its settle time, counted from when its clock surely knows the profile as valid.
 *
 * @param reading the newest one that is fresh, or null
 * @param isTrusted whether time alone may prove it
 */
record Proof(
        @Nullable Reading reading,
        StationClock clock,
        Duration settleTime,
        boolean isTrusted,
        LedgerPolicy policy,
        Instant now) {

    /** A station of which no time was heard yet is not more behind than this. */
    static final Duration LAG_OF_AN_UNKNOWN_CLOCK = Duration.ofHours(1);

    boolean of(Command command) {
        return isMeasured(command) || isTrusted && isBelow(command) && isSettled(command, now);
    }

    private boolean isMeasured(Command command) {
        Current before = command.drawnBefore();
        return reading != null
                && before != null
                && before.isMoreThan(command.value().plus(policy.tolerance()))
                && isTakenAfter(command)
                && isWithin(command);
    }

    /** Where there is a meter, it must not show the contrary. */
    private boolean isBelow(Command command) {
        return reading == null || reading.imported() == null || isTakenAfter(command) && isWithin(command);
    }

    private boolean isTakenAfter(Command command) {
        Instant acceptedAt = command.acceptedAt();
        return reading != null
                && acceptedAt != null
                && clock.ours(reading.measuredAt(), reading.receivedAt()).isAfter(acceptedAt);
    }

    private boolean isWithin(Command command) {
        return reading != null
                && reading.imported() != null
                && !reading.imported().heaviest().isMoreThan(command.value().plus(policy.tolerance()));
    }

    /** Whether at that time the vehicle must have followed; never where nobody knows the station's clock. */
    boolean isSettled(Command command, Instant at) {
        Instant acceptedAt = command.acceptedAt();
        Duration lag = clock.lagAtMost();
        if (acceptedAt == null || lag == null) {
            return false;
        }
        Instant validFrom = command.startsAt().plus(lag).plus(policy.clockBound());
        Instant inForce = validFrom.isAfter(acceptedAt) ? validFrom : acceptedAt;
        return !inForce.plus(settleTime).isAfter(at);
    }

    /** Whether the station's clock has surely come to the start of its profile: before, it is as if it had none. */
    static boolean isValid(Command command, StationClock clock, Duration clockBound, Instant now) {
        Duration lag = clock.leastLag();
        Duration late = lag == null ? LAG_OF_AN_UNKNOWN_CLOCK : lag.plus(clockBound);
        return !command.startsAt().plus(late).isAfter(now);
    }
}
