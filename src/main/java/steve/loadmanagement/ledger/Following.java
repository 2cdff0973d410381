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
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.fact.StationFacts;
import steve.loadmanagement.ledger.Conduct.Obedience;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/** What the facts of this moment change in the ledger's entry of an EVSE. */
record Following(Evse evse, EvseFacts seen, StationFacts station, Instant now, LedgerPolicy policy) {

    /** What refuses everything is asked again after so long. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

    LedgerEntry apply(LedgerEntry entry) {
        LedgerEntry next = transaction(entry);
        next = greeting(next);
        next = next.withConduct(afterRefusals(next));
        next = next.withConduct(afterALongTime(next));
        next = deadMan(next);
        next = proofs(next);
        return conduct(next);
    }

    private LedgerEntry transaction(LedgerEntry entry) {
        Session session = seen.session();
        Integer running = session == null ? null : (Integer) session.transactionId();
        return Objects.equals(entry.transactionId(), running) ? entry : entry.withTransaction(running);
    }

    /** What a station was told may be gone when it comes back: it is told again, once it has had the time to get up. */
    private LedgerEntry greeting(LedgerEntry entry) {
        Instant greetedAt = station.greetedAt();
        if (greetedAt == null || !isAfterLastGreeting(greetedAt, entry)) {
            return entry;
        }
        Instant bootedAt = station.bootedAt();
        boolean hasForgotten =
                evse.traits().forgetsOnBoot() && bootedAt != null && isAfterLastGreeting(bootedAt, entry);
        LedgerEntry kept = hasForgotten ? entry.withDefaults(Track.UNKNOWN) : entry;
        boolean isUp = !greetedAt.plus(evse.traits().greetingWait()).isAfter(now);
        LedgerEntry tried = bootedAt != null
                        && isAfterLastGreeting(bootedAt, entry)
                        && kept.conduct().isGivenUp(evse.traits())
                        && !kept.conduct().ignores()
                ? kept.withConduct(kept.conduct().triedAnew())
                : kept;
        return isUp ? tried.greeted(greetedAt) : kept;
    }

    /**
     * A station that refuses its default profile cannot be controlled; one that refuses its grants is told by the next profile
     * purpose, and cannot be controlled when there is none left. When it boots it is tried anew.
     */
    private Conduct afterRefusals(LedgerEntry entry) {
        Conduct conduct = entry.conduct();
        boolean isDefaultHopeless = conduct.refusals().isDefaultHopeless() && !entry.isDefaultConfirmed();
        if (conduct.isGivenUp(evse.traits())
                || !isDefaultHopeless && !conduct.refusals().isGrantHopeless()) {
            return conduct;
        }
        return conduct.withPurpose(isDefaultHopeless ? evse.traits().purposes().size() : conduct.purpose() + 1);
    }

    /**
     * What refuses everything may have done so for a while only: it is asked again now and then. Not what ignores everything:
     * it would accept, and the next vehicle would have what it likes.
     */
    private Conduct afterALongTime(LedgerEntry entry) {
        Conduct conduct = entry.conduct();
        boolean isLongAgo =
                isLongAgo(entry.defaults().newest()) && isLongAgo(entry.grant().newest());
        return conduct.isGivenUp(evse.traits()) && !conduct.ignores() && isLongAgo ? conduct.triedAgain() : conduct;
    }

    private boolean isLongAgo(@Nullable Command newest) {
        if (newest == null) {
            return true;
        }
        Instant refusedAt = newest.outcomeAt();
        return refusedAt != null && !refusedAt.plus(ASK_AGAIN).isAfter(now);
    }

    private static boolean isAfterLastGreeting(Instant at, LedgerEntry entry) {
        return entry.greetedAt() == null || at.isAfter(entry.greetedAt());
    }

    /** A grant that is not said again has surely fallen back when the station's clock, as late as it may be, says so. */
    private LedgerEntry deadMan(LedgerEntry entry) {
        Instant deadManAt = entry.deadManAt();
        Instant fallenBack = deadManAt == null ? null : policy.fallenBackAt(deadManAt, station.clock(), evse.traits());
        return fallenBack == null || fallenBack.isAfter(now)
                ? entry
                : entry.withGrant(Track.settledAt(
                                entry.allowedByGrant().min(evse.fallback().inTheEnd())))
                        .withDeadMan(null);
    }

    private LedgerEntry proofs(LedgerEntry entry) {
        Current drawn = drawn();
        LedgerEntry next = drawn == null
                ? entry
                : entry.withDefaults(entry.defaults().seenDrawing(drawn))
                        .withGrant(entry.grant().seenDrawing(drawn));
        Proof proof = proof(next);
        return next.withGrant(next.grant().settle(proof::of))
                .withDefaults(next.defaults().settle(isIdle(drawn) ? this::isInForce : proof::of));
    }

    /** Nothing flows. The end of a transaction alone does not say so: one that was kept may come while the next car charges. */
    private boolean isIdle(@Nullable Current drawn) {
        return seen.session() == null
                && (drawn == null ? !seen.status().isInTransaction() : !drawn.isMoreThan(policy.tolerance()));
    }

    private boolean isInForce(Command command) {
        return command.isAccepted() && Proof.isValid(command, station.clock(), policy.clockBound(), now);
    }

    private LedgerEntry conduct(LedgerEntry entry) {
        Reading reading = fresh();
        if (reading == null || reading.imported() == null) {
            boolean isGone = seen.session() == null && seen.status() == EvseStatus.AVAILABLE;
            return isGone ? entry.withExcess(null).withConduct(entry.conduct().following()) : entry;
        }
        Instant takenAt = station.clock().ours(reading.measuredAt(), reading.receivedAt());
        Current told = told(entry, takenAt);
        Current drawn = reading.imported().heaviest();
        if (!drawn.isMoreThan(told.plus(policy.tolerance()))) {
            return following(entry, drawn, told, takenAt);
        }
        PhaseCurrents onGrid = evse.wiring().toGrid(reading.imported().pessimistic());
        return entry.withExcess(onGrid).withConduct(disobeying(entry, takenAt));
    }

    private LedgerEntry following(LedgerEntry entry, Current drawn, Current told, Instant takenAt) {
        LedgerEntry follows = entry.withExcess(null).withConduct(entry.conduct().following());
        Command newest = entry.grant().newest();
        if (entry.conduct().ignores() || newest == null || !proof(entry).isSettled(newest, takenAt)) {
            return follows;
        }
        boolean isHeldThere = isHeldAt(told, drawn);
        boolean wasCut = newest.drawnBefore() != null && newest.drawnBefore().isMoreThan(told.plus(policy.tolerance()));
        LedgerEntry held = isHeldThere ? follows.withGrant(follows.grant().heldAt(told, policy.tolerance())) : follows;
        return isHeldThere || wasCut ? held.withConduct(held.conduct().with(Obedience.FOLLOWED)) : held;
    }

    /** Whether it is the station that holds the vehicle there. */
    private boolean isHeldAt(Current told, Current drawn) {
        return !told.isZero()
                && evse.rating().isMoreThan(told.plus(policy.tolerance()))
                && drawn.plus(policy.tolerance()).isMoreThan(told);
    }

    private Conduct disobeying(LedgerEntry entry, Instant takenAt) {
        Conduct conduct = entry.conduct().exceeding(takenAt);
        return conduct.obedience() == Obedience.UNSEEN
                ? beforeItEverFollowed(conduct, entry, takenAt)
                : byAnotherProfile(conduct);
    }

    /** One grant by each purpose, and where the operator allows it a stop: then it is known to ignore everything. */
    private Conduct beforeItEverFollowed(Conduct conduct, LedgerEntry entry, Instant takenAt) {
        Command newest = entry.grant().newest();
        boolean isInVain = conduct.isCaught()
                && newest != null
                && proof(entry).isSettled(newest, takenAt)
                && conduct.isToldByItsPurpose();
        if (!isInVain) {
            return conduct;
        }
        boolean isLast = conduct.isAtItsLastPurpose(evse.traits());
        boolean isToBeStopped = evse.traits().mayBeStopped() && conduct.insisted() < Insistence.STOPPED;
        return !isLast ? conduct.withNextPurpose() : isToBeStopped ? conduct : conduct.with(Obedience.IGNORES);
    }

    /** Said again once in vain: the next profile purpose that the station is known for is tried. */
    private Conduct byAnotherProfile(Conduct conduct) {
        Instant insistedAt = conduct.insistedAt();
        boolean isInVain = conduct.insisted() == 1
                && insistedAt != null
                && !insistedAt.plus(settleTime()).isAfter(now);
        boolean isThereAnother = !conduct.isAtItsLastPurpose(evse.traits());
        return isInVain && isThereAnother && conduct.isCaught() ? conduct.withPurpose(conduct.purpose() + 1) : conduct;
    }

    /** The most that the EVSE may have been told, by commands that it must have followed when the reading was taken. */
    private Current told(LedgerEntry entry, Instant takenAt) {
        Proof proof = proof(entry);
        Predicate<Command> hadToBeFollowed = command -> proof.isSettled(command, takenAt);
        Allowance byDefault = entry.defaults().highestFrom(hadToBeFollowed);
        Allowance byGrant = entry.grant().highestFrom(hadToBeFollowed);
        Current withoutGrant = byDefault == null ? evse.rating() : byDefault.at(Instant.MAX);
        return byGrant == null ? withoutGrant : withoutGrant.max(byGrant.first());
    }

    private Proof proof(LedgerEntry entry) {
        return new Proof(
                fresh(), station.clock(), settleTime(), !entry.conduct().isCaught(), policy, now);
    }

    private @Nullable Reading fresh() {
        Reading reading = seen.reading();
        return reading == null || reading.isStale(now, policy.maximumReadingAge()) ? null : reading;
    }

    private @Nullable Current drawn() {
        Reading reading = fresh();
        return reading == null || reading.imported() == null
                ? null
                : reading.imported().heaviest();
    }

    private Duration settleTime() {
        return policy.settleTime(evse.traits());
    }
}
