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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/**
 * What the ledger knows of one EVSE.
 *
 * @param transactionId the transaction that the grant belongs to; null: none runs
 * @param defaults its default profile
 * @param grant its profile for the running transaction
 * @param excess what it was measured to draw beyond its setpoints; null: it follows
 * @param deadManAt when the newest grant falls back by itself; null: there is none
 */
public record LedgerEntry(
        EvseRef evse,
        @Nullable Integer transactionId,
        Track defaults,
        Track grant,
        @Nullable Current excess,
        @Nullable Instant deadManAt) {

    /** An EVSE that we have never spoken to: everything it can bear may flow. */
    public static LedgerEntry unknown(EvseRef evse) {
        return new LedgerEntry(evse, null, Track.UNKNOWN, Track.settledAt(Current.ZERO), null, null);
    }

    /** As it was stored: whatever was in flight counts, and everything is sent anew. */
    public static LedgerEntry stored(
            EvseRef evse,
            @Nullable Integer transactionId,
            @Nullable Current allowedByDefault,
            Current confirmed,
            @Nullable Current unsettled,
            @Nullable Instant deadManAt) {
        return new LedgerEntry(
                evse,
                transactionId,
                new Track(allowedByDefault, null, null),
                new Track(confirmed, unsettled, null),
                null,
                deadManAt);
    }

    /** What may flow at worst, on each phase that the EVSE may use. */
    public Current worst(Current rating) {
        Current allowed = defaults.worst(rating).max(grant.worst(rating));
        return excess == null ? allowed : allowed.max(excess);
    }

    /** What its default profile may allow; null: unknown. */
    public @Nullable Current allowedByDefault() {
        Current settled = defaults.settled();
        return settled == null ? null : defaults.worst(settled);
    }

    public boolean isDefaultConfirmed() {
        return defaults.settled() != null;
    }

    /** Whether that setpoint allows no more than may flow already: it may go out even where it cannot be stored. */
    public boolean covers(Setpoint setpoint) {
        return switch (setpoint) {
            case Setpoint.Default s -> defaults.covers(s.current());
            case Setpoint.Grant s -> defaults.covers(s.current()) || grant.covers(s.current());
            case Setpoint.Release _ -> false;
        };
    }

    /** A transaction began or ended: a grant is bound to its transaction, so the default profile is in force now. */
    LedgerEntry withTransaction(@Nullable Integer id) {
        return new LedgerEntry(evse, id, defaults, Track.settledAt(Current.ZERO), null, null);
    }

    LedgerEntry withDefaults(Track track) {
        return new LedgerEntry(evse, transactionId, track, grant, excess, deadManAt);
    }

    LedgerEntry withGrant(Track track, @Nullable Instant newDeadManAt) {
        return new LedgerEntry(evse, transactionId, defaults, track, excess, newDeadManAt);
    }

    LedgerEntry withExcess(@Nullable Current measured) {
        return new LedgerEntry(evse, transactionId, defaults, grant, measured, deadManAt);
    }
}
