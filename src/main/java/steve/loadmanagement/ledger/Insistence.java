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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.unit.Current;

/**
 * What is done about an EVSE that draws more than it was told, one means after the other, each given the settle time to
 * work: say it again, and again by another profile where there is one (see {@link Following}); tell it to stop drawing; stop
 * its transaction, where the operator allows it. One that never followed is told once by each purpose, and stopped.
 */
final class Insistence {

    /** Told once by its last purpose, then stopped. */
    static final int STOPPED = 2;

    private static final int LAST_MEANS = 3;
    private static final int MOST_DOUBLINGS = 8;

    private Insistence() {}

    static List<Setpoint> due(Round round) {
        List<Setpoint> due = new ArrayList<>();
        for (Evse evse : round.controlled()) {
            LedgerEntry entry = round.ledger().entry(evse.ref());
            Setpoint means = isDue(evse, entry, round) ? means(evse, entry, round) : null;
            if (means != null) {
                due.add(means);
            }
        }
        return due;
    }

    private static boolean isDue(Evse evse, LedgerEntry entry, Round round) {
        return entry.excess() != null
                && round.canBeGranted(evse.ref())
                && !entry.grant().isInFlight()
                && isGivenTime(entry.conduct(), evse, round);
    }

    private static @Nullable Setpoint means(Evse evse, LedgerEntry entry, Round round) {
        if (entry.conduct().obedience() == Conduct.Obedience.UNSEEN) {
            return meansAtFirst(evse, entry, round);
        }
        return switch (entry.conduct().insisted()) {
            case 0, 1 -> round.grant(evse.ref(), round.commanded(evse.ref()));
            case 2 -> round.grant(evse.ref(), Current.ZERO);
            default -> evse.traits().mayBeStopped() ? stop(evse, entry) : round.grant(evse.ref(), Current.ZERO);
        };
    }

    /** What it accepted is seen to work, or not, by a later reading. */
    private static @Nullable Setpoint meansAtFirst(Evse evse, LedgerEntry entry, Round round) {
        Command newest = entry.grant().newest();
        boolean isTold =
                newest != null && newest.isAccepted() && entry.conduct().isToldByItsPurpose();
        boolean isLast = entry.conduct().isAtItsLastPurpose(evse.traits());
        if (!isTold) {
            return round.grant(evse.ref(), round.commanded(evse.ref()));
        }
        return isLast && evse.traits().mayBeStopped() ? stop(evse, entry) : null;
    }

    private static @Nullable Setpoint stop(Evse evse, LedgerEntry entry) {
        Integer transaction = entry.transactionId();
        return transaction == null ? null : new Setpoint.Stop(evse.ref(), transaction);
    }

    /** From the last means on, twice as long each time: a station that never follows is not worn out either. */
    private static boolean isGivenTime(Conduct conduct, Evse evse, Round round) {
        Instant insistedAt = conduct.insistedAt();
        int doublings = Math.clamp(conduct.insisted() - LAST_MEANS, 0, MOST_DOUBLINGS);
        return insistedAt == null
                || !insistedAt
                        .plus(round.policy().settleTime(evse.traits()).multipliedBy(1L << doublings))
                        .isAfter(round.now());
    }
}
