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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;

/**
 * Grants that would soon fall back by themselves are sent again: between a half and three quarters of the dead man's time,
 * each EVSE at a moment of its own, so that the stations of a site are not all written at once.
 */
final class Refreshes {

    private static final int MOMENTS = 64;

    private Refreshes() {}

    /** @param already what is sent anyway */
    static List<Setpoint> due(Round round, Set<EvseRef> already) {
        List<Setpoint> due = new ArrayList<>();
        for (EvseRef ref : round.targets().keySet()) {
            LedgerEntry entry = round.ledger().entry(ref);
            Command newest = entry.grant().newest();
            boolean stands =
                    newest != null && newest.isAccepted() && !newest.value().isZero();
            if (newest != null && stands && !already.contains(ref) && isDue(round, ref, newest, entry.deadManAt())) {
                due.add(round.grant(ref, newest.value()));
            }
        }
        return due;
    }

    /** What was just said and may not stand for longer, as it could not be stored, is not said all the time. */
    private static boolean isDue(Round round, EvseRef ref, Command newest, @Nullable Instant deadManAt) {
        Evse evse = round.evse(ref);
        long quarter = round.deadMan(evse).toNanos() / 4;
        long before = quarter + quarter / MOMENTS * Math.floorMod(ref.hashCode(), MOMENTS);
        return deadManAt != null
                && !deadManAt.minusNanos(before).isAfter(round.now())
                && !newest.sentAt().plusNanos(quarter).isAfter(round.now())
                && !WriteBudget.isSpent(evse, round.ledger());
    }
}
