/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.StationTraits;

/** Rule 2: every controllable EVSE has a default profile at all times, and one that rises by itself is refreshed in time. */
final class Defaults {

    private Defaults() {}

    static List<Setpoint> due(Round round) {
        List<Setpoint> due = new ArrayList<>();
        for (Evse evse : round.controlled()) {
            if (isDue(evse, round)) {
                due.add(setpoint(evse, round));
            }
        }
        return due;
    }

    private static Setpoint.Default setpoint(Evse evse, Round round) {
        Fallback fallback = evse.fallback();
        return new Setpoint.Default(
                evse.ref(), fallback, round.startsBack(evse), WattPhases.told(evse, fallback.inTheEnd(), null));
    }

    private static boolean isDue(Evse evse, Round round) {
        LedgerEntry entry = round.ledger().entry(evse.ref());
        Track track = entry.defaults();
        if (track.isInFlight() || round.isGettingUp(evse) || isTakenByAGrant(evse, entry)) {
            return false;
        }
        return !track.stands(evse.fallback().atFirst(), round.now()) || risesSoon(evse, track, round.now());
    }

    /** A grant that is told by the default profile stands in its place until the session ends. */
    private static boolean isTakenByAGrant(Evse evse, LedgerEntry entry) {
        int purpose = entry.conduct().purpose();
        return entry.transactionId() != null
                && entry.grant().newest() != null
                && evse.traits().purposes().get(purpose) == StationTraits.ProfilePurpose.DEFAULT;
    }

    private static boolean risesSoon(Evse evse, Track track, Instant now) {
        Command newest = track.newest();
        Instant risesAt = newest == null ? null : newest.allowance().risesAt();
        return evse.fallback() instanceof Fallback.BlockThenReserve fallback
                && (risesAt == null || now.plus(fallback.after().dividedBy(2)).isAfter(risesAt));
    }
}
