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
import steve.loadmanagement.site.StationTraits;

/**
 * Whether an EVSE does what it is told.
 *
 * @param isCaught it was seen not to follow: from then on only a reading proves a cut, until a test clears it
 * @param purpose how far down its list of profile purposes we had to go
 * @param excessSince when it was first seen to draw too much; null: it follows
 * @param insisted how often it was told since then
 * @param insistedAt when it was last told since then; null: not yet
 * @param refusals what it refused
 */
public record Conduct(
        boolean isCaught,
        int purpose,
        @Nullable Instant excessSince,
        int insisted,
        @Nullable Instant insistedAt,
        Refusals refusals) {

    public static final Conduct UNBLEMISHED = stored(false, 0);

    /** A shorter excess may be a car's first seconds. */
    private static final Duration NO_ACCIDENT = Duration.ofSeconds(10);

    /** A station as it was stored. */
    public static Conduct stored(boolean isCaught, int purpose) {
        return new Conduct(isCaught, purpose, null, 0, null, Refusals.NONE);
    }

    /** It draws more than it was told, as a reading of that time shows. */
    Conduct exceeding(Instant seenAt) {
        if (excessSince == null) {
            return new Conduct(isCaught, purpose, seenAt, insisted, insistedAt, refusals);
        }
        boolean isCaughtNow = isCaught || !excessSince.plus(NO_ACCIDENT).isAfter(seenAt);
        return new Conduct(isCaughtNow, purpose, excessSince, insisted, insistedAt, refusals);
    }

    Conduct following() {
        return new Conduct(isCaught, purpose, null, 0, null, refusals);
    }

    Conduct insisted(Instant at) {
        return new Conduct(isCaught, purpose, excessSince, insisted + 1, at, refusals);
    }

    Conduct withPurpose(int next) {
        return new Conduct(isCaught, next, excessSince, insisted, insistedAt, Refusals.NONE);
    }

    Conduct withRefusals(Refusals newest) {
        return new Conduct(isCaught, purpose, excessSince, insisted, insistedAt, newest);
    }

    /** Its list of profile purposes is tried from the first again. */
    Conduct triedAnew() {
        return new Conduct(isCaught, 0, excessSince, insisted, insistedAt, Refusals.NONE);
    }

    /** It is asked once more: one refusal is enough to leave it alone again. */
    Conduct triedAgain() {
        return new Conduct(isCaught, 0, excessSince, insisted, insistedAt, Refusals.ALL_BUT_ONE);
    }

    /** Whether all ways to tell it something have failed. */
    public boolean isGivenUp(StationTraits traits) {
        return purpose >= traits.purposes().size();
    }

    /** A commissioning test showed that it follows. */
    public Conduct cleared() {
        return new Conduct(false, purpose, excessSince, insisted, insistedAt, refusals);
    }
}
