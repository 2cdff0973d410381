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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What the ledger knows of one EVSE.
 *
 * @param transactionId the transaction that the grant belongs to; null: none runs
 * @param defaults its default profile
 * @param grant its profile for the running transaction
 * @param deadManAt when the last grant falls back by itself, by a clock that is right; null: there is none
 * @param excess what it was measured to draw beyond all that it was told, on the phases of the grid; null: it follows
 * @param conduct whether it does what it is told
 * @param greetedAt the last time it was greeted and told everything again
 * @param release that we let go of it; null: we do not
 */
public record LedgerEntry(
        EvseRef evse,
        @Nullable Integer transactionId,
        Track defaults,
        Track grant,
        @Nullable Instant deadManAt,
        @Nullable PhaseCurrents excess,
        Conduct conduct,
        @Nullable Instant greetedAt,
        @Nullable Command release) {

    /** An EVSE that we have never spoken to: everything it can bear may flow. */
    public static LedgerEntry unknown(EvseRef evse) {
        return new LedgerEntry(
                evse, null, Track.UNKNOWN, Track.settledAt(Current.ZERO), null, null, Conduct.UNBLEMISHED, null, null);
    }

    /**
     * As it was stored: whatever was in flight counts, and everything is sent anew.
     *
     * @param allowedByDefault null: no default profile is confirmed
     * @param allowedByGrant the highest that was settled or open
     */
    public static LedgerEntry stored(
            EvseRef evse,
            @Nullable Integer transactionId,
            @Nullable Allowance allowedByDefault,
            Current allowedByGrant,
            @Nullable Instant deadManAt,
            Conduct conduct) {
        Track grant = Track.settledAt(allowedByGrant);
        boolean mayHaveChangedProfiles = conduct.isCaught() && conduct.purpose() > 0;
        return new LedgerEntry(
                evse,
                transactionId,
                new Track(allowedByDefault, List.of(), null, null),
                mayHaveChangedProfiles ? grant.besideAnother() : grant,
                deadManAt,
                null,
                conduct,
                null,
                null);
    }

    /** As it is after a restart. */
    LedgerEntry restarted() {
        return stored(evse, transactionId, allowedByDefault(), allowedByGrant(), deadManAt, conduct);
    }

    /** What its default profile may allow; null: nobody knows. */
    public @Nullable Allowance allowedByDefault() {
        return defaults.highest();
    }

    /** What its grant may allow at most. */
    public Current allowedByGrant() {
        Allowance highest = grant.highest();
        return highest == null ? Current.ZERO : highest.first();
    }

    public boolean isDefaultConfirmed() {
        return defaults.settled() != null;
    }

    /** Whether it was told more than once to draw less, and has not taken it: what it keeps is not there to be shared. */
    public boolean keepsMore() {
        return grant.keepsMore();
    }

    /** Whether it has its default profile and draws no more than it was told, so that a plan can say what it is told. */
    boolean canBeTold(Evse as) {
        return isControllable(as) && isDefaultConfirmed() && excess == null;
    }

    /** Whether it takes profiles, and not all ways to tell it something have failed. */
    public boolean isControllable(Evse as) {
        return as.controllable() && !conduct.isGivenUp(as.traits());
    }

    /** Whether profiles of ours may still be at the station, and it is time to have them cleared. */
    boolean isToBeReleased(Instant now) {
        return release == null ? isDefaultConfirmed() || !defaults.open().isEmpty() : release.isDueAgain(now);
    }

    /**
     * What of a setpoint may go out even where it cannot be stored: what allows no more than may flow already, and for no longer.
     * Null: nothing.
     */
    public @Nullable Setpoint withoutMore(Setpoint setpoint, Instant now) {
        return switch (setpoint) {
            case Setpoint.Default s -> defaults.covers(s.fallback().inTheEnd()) ? s : null;
            case Setpoint.Grant s -> {
                boolean isForEver = defaults.covers(s.current()) || deadManAt == null && grant.covers(s.current());
                yield isForEver ? s : grant.covers(s.current()) ? notLongerThanBefore(s, now) : null;
            }
            case Setpoint.Stop s -> s;
            case Setpoint.Release _ -> null;
        };
    }

    private Setpoint.@Nullable Grant notLongerThanBefore(Setpoint.Grant grant, Instant now) {
        Setpoint.DeadMan deadMan = grant.deadMan();
        Duration left = deadManAt == null ? Duration.ZERO : Duration.between(now, deadManAt);
        return deadMan == null || left.toSeconds() <= 0 ? null : grant.with(deadMan.notAfter(left));
    }

    /** A transaction began or ended: a grant is bound to its transaction, so the default profile is in force now. */
    LedgerEntry withTransaction(@Nullable Integer id) {
        return new LedgerEntry(
                evse, id, defaults, Track.settledAt(Current.ZERO), null, null, conduct.following(), greetedAt, release);
    }

    LedgerEntry withDefaults(Track track) {
        return track.equals(defaults)
                ? this
                : new LedgerEntry(evse, transactionId, track, grant, deadManAt, excess, conduct, greetedAt, release);
    }

    /** We let go of it: it may be unconstrained from now on. */
    LedgerEntry released(Command command) {
        return new LedgerEntry(
                evse, transactionId, Track.UNKNOWN, grant, deadManAt, excess, conduct, greetedAt, command);
    }

    /** Something of ours is at the station again. */
    LedgerEntry taken() {
        return new LedgerEntry(evse, transactionId, defaults, grant, deadManAt, excess, conduct, greetedAt, null);
    }

    LedgerEntry withGrant(Track track) {
        return track.equals(grant)
                ? this
                : new LedgerEntry(evse, transactionId, defaults, track, deadManAt, excess, conduct, greetedAt, release);
    }

    LedgerEntry withDeadMan(@Nullable Instant at) {
        return new LedgerEntry(evse, transactionId, defaults, grant, at, excess, conduct, greetedAt, release);
    }

    LedgerEntry withExcess(@Nullable PhaseCurrents measured) {
        return Objects.equals(measured, excess)
                ? this
                : new LedgerEntry(
                        evse, transactionId, defaults, grant, deadManAt, measured, conduct, greetedAt, release);
    }

    LedgerEntry withConduct(Conduct newest) {
        if (newest.equals(conduct)) {
            return this;
        }
        Track told = newest.purpose() == conduct.purpose() ? grant : grant.besideAnother();
        return new LedgerEntry(evse, transactionId, defaults, told, deadManAt, excess, newest, greetedAt, release);
    }

    LedgerEntry greeted(Instant at) {
        return new LedgerEntry(
                evse,
                transactionId,
                defaults.toBeSaidAgain(),
                grant.toBeSaidAgain(),
                deadManAt,
                excess,
                conduct,
                at,
                release);
    }
}
