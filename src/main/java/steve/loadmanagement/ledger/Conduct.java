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
 * @param obedience what is known of it over all that it accepted
 */
public record Conduct(
        boolean isCaught,
        int purpose,
        @Nullable Instant excessSince,
        int insisted,
        @Nullable Instant insistedAt,
        Refusals refusals,
        Obedience obedience) {

    public static final Conduct UNBLEMISHED = stored(false, 0, false);

    /** A shorter excess may be a car's first seconds. */
    private static final Duration NO_ACCIDENT = Duration.ofSeconds(10);

    /** Whether it ever did what it accepted. */
    public enum Obedience {
        /** Nobody saw it yet. */
        UNSEEN,
        /** It did once: what it leaves undone later may be an accident. */
        FOLLOWED,
        /** It accepted a grant by each of its purposes and did nothing of it: not controllable. */
        IGNORES
    }

    /** A station as it was stored. */
    public static Conduct stored(boolean isCaught, int purpose, boolean ignores) {
        return new Conduct(
                isCaught, purpose, null, 0, null, Refusals.NONE, ignores ? Obedience.IGNORES : Obedience.UNSEEN);
    }

    /** It draws more than it was told, as a reading of that time shows. */
    Conduct exceeding(Instant seenAt) {
        if (excessSince == null) {
            return new Conduct(isCaught, purpose, seenAt, insisted, insistedAt, refusals, obedience);
        }
        boolean isCaughtNow = isCaught || !excessSince.plus(NO_ACCIDENT).isAfter(seenAt);
        return new Conduct(isCaughtNow, purpose, excessSince, insisted, insistedAt, refusals, obedience);
    }

    Conduct following() {
        return excessSince == null && insisted == 0 && insistedAt == null
                ? this
                : new Conduct(isCaught, purpose, null, 0, null, refusals, obedience);
    }

    Conduct insisted(Instant at) {
        return new Conduct(isCaught, purpose, excessSince, insisted + 1, at, refusals, obedience);
    }

    Conduct withPurpose(int next) {
        return new Conduct(isCaught, next, excessSince, insisted, insistedAt, Refusals.NONE, obedience);
    }

    /** It did nothing of a grant by this purpose: the next one is tried at once. */
    Conduct withNextPurpose() {
        return new Conduct(isCaught, purpose + 1, excessSince, 0, null, Refusals.NONE, obedience);
    }

    Conduct withRefusals(Refusals newest) {
        return new Conduct(isCaught, purpose, excessSince, insisted, insistedAt, newest, obedience);
    }

    Conduct with(Obedience newest) {
        return new Conduct(isCaught, purpose, excessSince, insisted, insistedAt, refusals, newest);
    }

    /** Its list of profile purposes is tried from the first again, whatever it ignored. */
    Conduct triedAnew() {
        return new Conduct(
                isCaught,
                0,
                excessSince,
                0,
                null,
                Refusals.NONE,
                obedience == Obedience.IGNORES ? Obedience.UNSEEN : obedience);
    }

    /** It is asked once more: one refusal is enough to leave it alone again. */
    Conduct triedAgain() {
        return new Conduct(isCaught, 0, excessSince, insisted, insistedAt, Refusals.ALL_BUT_ONE, obedience);
    }

    /** Whether all ways to tell it something have failed. */
    public boolean isGivenUp(StationTraits traits) {
        return ignores() || purpose >= traits.purposes().size();
    }

    /** Whether a grant was sent by the purpose that is its turn: the first one was before anything was seen. */
    boolean isToldByItsPurpose() {
        return purpose == 0 || insisted > 0;
    }

    boolean isAtItsLastPurpose(StationTraits traits) {
        return purpose + 1 >= traits.purposes().size();
    }

    /** Whether it accepts everything and does nothing of it. */
    public boolean ignores() {
        return obedience == Obedience.IGNORES;
    }

    /** A commissioning test showed that it follows. */
    public Conduct cleared() {
        return new Conduct(false, purpose, excessSince, insisted, insistedAt, refusals, Obedience.FOLLOWED);
    }
}
