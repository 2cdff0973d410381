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
import static steve.loadmanagement.ledger.LedgerScene.ACCEPTED;
import static steve.loadmanagement.ledger.LedgerScene.REJECTED;
import static steve.loadmanagement.ledger.LedgerScene.UNANSWERED;
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/** Rule 1: what counts at worst, and when it stops to count. Each scene fails when its rule is taken out. */
class LedgerTest {

    private static final EvseRef A = evse("A");

    private final LedgerScene scene = new LedgerScene(strandWith(perPhase(63), 1));

    @BeforeEach
    void aSessionRunsUnderABlockedDefault() {
        scene.connect(A);
        scene.answer(LedgerScene.fallback(A, 0), ACCEPTED);
        scene.start(A, 7);
    }

    private static Setpoint.Grant grant(double current) {
        return LedgerScene.grant(A, 7, current);
    }

    private Current worst() {
        return scene.ledger.worst(scene.evse(0));
    }

    private void grantedAndSeen(double current) {
        scene.answer(grant(current), ACCEPTED);
        scene.read(A, current);
    }

    @Test
    void anEvseThatWeNeverSpokeToCountsItsRating() {
        assertThat(new Ledger(LedgerPolicy.DEFAULT, List.of()).worst(scene.evse(0)))
                .isEqualTo(amps(32));
    }

    @Test
    void aDefaultThatWasRefusedConfirmsNothing() {
        LedgerScene fresh = new LedgerScene(scene.site);
        fresh.connect(A);
        fresh.answer(LedgerScene.fallback(A, 0), REJECTED);
        assertThat(fresh.ledger.worst(fresh.evse(0))).isEqualTo(amps(32));
    }

    @Test
    void aDefaultThatIsSetWhileACarDrawsCountsWhenTheCarIsSeenToFollow() {
        LedgerScene fresh = new LedgerScene(scene.site);
        fresh.connect(A);
        fresh.start(A, 7);
        fresh.read(A, 32);
        fresh.answer(LedgerScene.fallback(A, 0), ACCEPTED);
        assertThat(fresh.ledger.worst(fresh.evse(0))).isEqualTo(amps(32));
        fresh.read(A, 0);
        assertThat(fresh.ledger.worst(fresh.evse(0))).isEqualTo(Current.ZERO);
    }

    @Test
    void aRaiseCountsFromTheMomentItIsSent() {
        scene.send(grant(16));
        assertThat(worst()).isEqualTo(amps(16));
    }

    @Test
    void aCutFreesNothingWhenItIsSent() {
        grantedAndSeen(20);
        scene.send(grant(8));
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aCutFreesNothingWhenItIsAccepted() {
        grantedAndSeen(20);
        scene.answer(grant(8), ACCEPTED);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aReadingFromBeforeTheAnswerProvesNothing() {
        grantedAndSeen(20);
        Instant sentAt = scene.send(grant(8));
        scene.read(A, 8);
        scene.come(ACCEPTED, grant(8), sentAt);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aCutFreesWhatALaterReadingShows() {
        grantedAndSeen(20);
        scene.answer(grant(8), ACCEPTED);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void aCarThatDrewLessBeforeProvesNothingUntilTheSettleTimeIsOver() {
        scene.answer(grant(20), ACCEPTED);
        scene.read(A, 7);
        scene.answer(grant(8), ACCEPTED);
        scene.read(A, 7);
        assertThat(worst()).isEqualTo(amps(20));
        scene.pass(15);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void aStationThatWasCaughtIsNotTrustedWithoutProof() {
        grantedAndSeen(8);
        scene.pass(20);
        scene.read(A, 16);
        scene.pass(15);
        scene.read(A, 16);
        scene.read(A, 8);
        assertThat(scene.ledger.entry(A).conduct().isCaught()).isTrue();
        scene.answer(grant(20), ACCEPTED);
        scene.read(A, 7);
        scene.answer(grant(10), ACCEPTED);
        scene.pass(60);
        assertThat(worst()).isEqualTo(amps(20));
        scene.read(A, 7);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void withoutAMeterACutFreesAfterTheSettleTime() {
        scene.answer(grant(20), ACCEPTED);
        scene.answer(grant(8), ACCEPTED);
        scene.pass(13);
        assertThat(worst()).isEqualTo(amps(20));
        scene.pass(2);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void aRejectionReleasesNothing() {
        grantedAndSeen(10);
        scene.answer(grant(20), REJECTED);
        scene.read(A, 10);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aRejectedCutLeavesWhatWasBefore() {
        grantedAndSeen(20);
        scene.answer(grant(8), REJECTED);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void noAnswerReleasesNothing() {
        grantedAndSeen(10);
        scene.answer(grant(20), UNANSWERED);
        scene.read(A, 10);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void theHighestOfAllUnsettledCountsNotTheNewest() {
        grantedAndSeen(10);
        scene.answer(grant(25), UNANSWERED);
        scene.send(grant(12));
        assertThat(worst()).isEqualTo(amps(25));
    }

    @Test
    void whatIsProvenReleasesWhatWasSentBeforeItAndNothingThatWasSentAfterIt() {
        grantedAndSeen(20);
        scene.answer(grant(8), ACCEPTED);
        scene.send(grant(14));
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(14));
    }

    @Test
    void theDefaultProfileCountsBesideALowerGrant() {
        scene.answer(grant(6), ACCEPTED);
        scene.send(LedgerScene.fallback(A, 10));
        assertThat(worst()).isEqualTo(amps(10));
    }

    @Test
    void aCarThatDrawsMoreThanItWasToldCountsWhatItDraws() {
        grantedAndSeen(10);
        scene.pass(20);
        scene.read(A, 16);
        assertThat(scene.ledger.load(scene.evse(0))).isEqualTo(PhaseCurrents.ofEach(amps(16)));
        assertThat(scene.ledger.steers(scene.evse(0))).isFalse();
        scene.read(A, 10);
        assertThat(scene.ledger.load(scene.evse(0))).isEqualTo(PhaseCurrents.ofEach(amps(10)));
        assertThat(scene.ledger.steers(scene.evse(0))).isTrue();
    }

    @Test
    void aCarThatStaysAboveAnAcceptedCutDoesNotFollow() {
        grantedAndSeen(20);
        scene.answer(grant(8), ACCEPTED);
        scene.pass(20);
        scene.read(A, 20);
        assertThat(scene.ledger.steers(scene.evse(0))).isFalse();
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aStaleReadingProvesNothing() {
        grantedAndSeen(20);
        scene.answer(grant(8), ACCEPTED);
        scene.see(new Observation.StationHeard("A", scene.now));
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void afterARestartEverythingStoredStillCounts() {
        grantedAndSeen(10);
        scene.send(grant(20));
        LedgerEntry entry = scene.ledger.entry(A);
        LedgerEntry stored = LedgerEntry.stored(
                A,
                entry.transactionId(),
                entry.allowedByDefault(),
                entry.allowedByGrant(),
                entry.deadManAt(),
                entry.conduct());
        assertThat(new Ledger(LedgerPolicy.DEFAULT, List.of(stored)).worst(scene.evse(0)))
                .isEqualTo(amps(20));
    }

    @Test
    void theEndOfATransactionLeavesTheDefaultProfile() {
        grantedAndSeen(20);
        scene.stop(A, 7);
        assertThat(worst()).isEqualTo(Current.ZERO);
    }

    @Test
    void anEvseThatSaysItIsAvailableWhileItsCarDrawsReleasesNothing() {
        grantedAndSeen(20);
        scene.see(new Observation.StatusReported(A, EvseStatus.AVAILABLE, scene.now, scene.now));
        scene.read(A, 20);
        scene.pass(100);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void theAnswerToAnEarlierCommandIsNotThatToALaterOne() {
        Instant first = scene.send(grant(20));
        scene.send(grant(8));
        scene.come(ACCEPTED, grant(20), first);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void theAnswerOfAnotherTransactionSaysNothing() {
        Setpoint.Grant old = LedgerScene.grant(A, 6, 8);
        grantedAndSeen(20);
        Instant sentAt = scene.send(grant(8));
        scene.come(ACCEPTED, old, sentAt);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aReleasedEvseCountsItsRatingAgain() {
        scene.send(new Setpoint.Release(A));
        assertThat(worst()).isEqualTo(amps(32));
    }

    @Test
    void whatIsBelowWhatMayFlowAlreadyMayGoOutUnstored() {
        grantedAndSeen(20);
        assertThat(scene.ledger.entry(A).withoutMore(grant(8), scene.now)).isNotNull();
        assertThat(scene.ledger.entry(A).withoutMore(grant(21), scene.now)).isNull();
    }
}
