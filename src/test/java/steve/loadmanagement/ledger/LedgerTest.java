/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.fact.StationFacts;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/** Rule 1: what counts at worst, and when it stops to count. Each scene fails when its rule is taken out. */
class LedgerTest {

    private static final EvseRef A = evse("A");
    private static final Outcome ACCEPTED = new Outcome.Accepted();

    private final Site site = strandWith(perPhase(63), 1);
    private final Evse evse = site.evses().getFirst();
    private final Ledger ledger = new Ledger(LedgerPolicy.DEFAULT, List.of());
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private @Nullable Reading reading;

    @BeforeEach
    void aSessionRunsUnderABlockedDefault() {
        answer(new Setpoint.Default(A, Current.ZERO), ACCEPTED);
        follow();
    }

    private void follow() {
        Session session = new Session(7, now.minusSeconds(5), now);
        ledger.follow(
                site,
                new Facts(
                        now,
                        Map.of(A, new EvseFacts(EvseStatus.CHARGING, session, reading)),
                        Map.of("A", new StationFacts(true, now))));
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
        follow();
    }

    private void measure(double current) {
        now = now.plusSeconds(1);
        Current draw = amps(current);
        reading = new Reading(new ConductorCurrents(draw, draw, draw), null, null, null, now, now);
        follow();
    }

    private Instant send(Setpoint setpoint) {
        now = now.plusSeconds(1);
        ledger.sent(setpoint, now);
        return now;
    }

    private void answer(Setpoint setpoint, Outcome outcome) {
        Instant sentAt = send(setpoint);
        now = now.plusSeconds(1);
        ledger.came(outcome, setpoint, sentAt, now);
    }

    private static Setpoint grant(double current) {
        return new Setpoint.Grant(A, 7, amps(current), Current.ZERO, Duration.ofMinutes(30));
    }

    private Current worst() {
        return ledger.worst(evse);
    }

    private void grantedAndSeen(double current) {
        answer(grant(current), ACCEPTED);
        measure(current);
    }

    @Test
    void anEvseThatWeNeverSpokeToCountsItsRating() {
        assertThat(new Ledger(LedgerPolicy.DEFAULT, List.of()).worst(evse)).isEqualTo(amps(32));
    }

    @Test
    void aDefaultThatWasRefusedConfirmsNothing() {
        Ledger fresh = new Ledger(LedgerPolicy.DEFAULT, List.of());
        Setpoint blocked = new Setpoint.Default(A, Current.ZERO);
        fresh.sent(blocked, now);
        fresh.came(new Outcome.Rejected(), blocked, now, now);
        assertThat(fresh.worst(evse)).isEqualTo(amps(32));
    }

    @Test
    void aRaiseCountsFromTheMomentItIsSent() {
        send(grant(16));
        assertThat(worst()).isEqualTo(amps(16));
    }

    @Test
    void aCutFreesNothingWhenItIsSent() {
        grantedAndSeen(20);
        send(grant(8));
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aCutFreesNothingWhenItIsAccepted() {
        grantedAndSeen(20);
        answer(grant(8), ACCEPTED);
        follow();
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aReadingFromBeforeTheAnswerProvesNothing() {
        grantedAndSeen(20);
        Instant sentAt = send(grant(8));
        measure(8);
        now = now.plusSeconds(1);
        ledger.came(ACCEPTED, grant(8), sentAt, now);
        follow();
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aCutFreesWhatALaterReadingShows() {
        grantedAndSeen(20);
        answer(grant(8), ACCEPTED);
        measure(8);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void withoutAMeterACutFreesAfterTheSettleTime() {
        answer(grant(20), ACCEPTED);
        pass(20);
        answer(grant(8), ACCEPTED);
        pass(14);
        assertThat(worst()).isEqualTo(amps(20));
        pass(2);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void aRejectionReleasesNothing() {
        grantedAndSeen(10);
        answer(grant(20), new Outcome.Rejected());
        measure(10);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void noAnswerReleasesNothing() {
        grantedAndSeen(10);
        answer(grant(20), new Outcome.Unanswered());
        measure(10);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void theHighestOfAllUnsettledCountsNotTheNewest() {
        grantedAndSeen(10);
        answer(grant(25), new Outcome.Unanswered());
        send(grant(12));
        assertThat(worst()).isEqualTo(amps(25));
    }

    @Test
    void theDefaultProfileCountsBesideALowerGrant() {
        answer(new Setpoint.Default(A, amps(10)), ACCEPTED);
        grantedAndSeen(6);
        assertThat(worst()).isEqualTo(amps(10));
    }

    @Test
    void aCarThatDrawsMoreThanItWasToldCountsWhatItDraws() {
        grantedAndSeen(10);
        pass(20);
        measure(16);
        assertThat(worst()).isEqualTo(amps(16));
        measure(10);
        assertThat(worst()).isEqualTo(amps(10));
    }

    @Test
    void aStaleReadingProvesNothingOfAMeasuredCut() {
        grantedAndSeen(20);
        answer(grant(8), ACCEPTED);
        now = now.plusSeconds(1);
        follow();
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aLostConnectionReleasesNothing() {
        grantedAndSeen(20);
        ledger.follow(
                site,
                new Facts(
                        now.plusSeconds(600),
                        Map.of(A, new EvseFacts(EvseStatus.CHARGING, new Session(7, now, now), reading)),
                        Map.of("A", new StationFacts(false, now))));
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void afterARestartEverythingStoredStillCounts() {
        grantedAndSeen(10);
        send(grant(20));
        LedgerEntry entry = ledger.entry(A);
        LedgerEntry stored = LedgerEntry.stored(
                A,
                entry.transactionId(),
                entry.allowedByDefault(),
                amps(10),
                entry.grant().unsettled(),
                entry.deadManAt());
        assertThat(new Ledger(LedgerPolicy.DEFAULT, List.of(stored)).worst(evse))
                .isEqualTo(amps(20));
    }

    @Test
    void theEndOfATransactionLeavesTheDefaultProfile() {
        grantedAndSeen(20);
        ledger.follow(
                site,
                new Facts(
                        now,
                        Map.of(A, new EvseFacts(EvseStatus.AVAILABLE, null, null)),
                        Map.of("A", new StationFacts(true, now))));
        assertThat(worst()).isEqualTo(Current.ZERO);
    }

    @Test
    void theAnswerToAnEarlierCommandIsNotThatToALaterOne() {
        Instant first = send(grant(20));
        send(grant(8));
        ledger.came(ACCEPTED, grant(20), first, now);
        measure(8);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aReleasedEvseCountsItsRatingAgain() {
        send(new Setpoint.Release(A));
        assertThat(worst()).isEqualTo(amps(32));
    }

    @Test
    void whatIsBelowWhatMayFlowAlreadyMayGoOutUnstored() {
        grantedAndSeen(20);
        assertThat(ledger.entry(A).covers(grant(8))).isTrue();
        assertThat(ledger.entry(A).covers(grant(21))).isFalse();
    }
}
