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
import static steve.loadmanagement.ledger.LedgerScene.grants;
import static support.Sites.amps;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.unit.Current;

/** What may be sent now: cuts always, raises only into what is surely free. */
class PermitsTest {

    private final LedgerScene scene = new LedgerScene(strandWith(perPhase(32), 2));
    private final EvseRef a = scene.ref(0);
    private final EvseRef b = scene.ref(1);

    /** A car is plugged in; it takes all that it is given. */
    private void charge(EvseRef evse, int transaction) {
        scene.start(evse, transaction);
        scene.acceptAll(scene.permitted());
        scene.read(evse, 32);
    }

    @Test
    void everyControlledEvseHasADefaultProfileFirst() {
        scene.connect(a);
        scene.connect(b);
        assertThat(scene.permitted())
                .containsExactlyInAnyOrder(
                        new Setpoint.Default(a, new Fallback.Block(), LedgerScene.BACK, 3),
                        new Setpoint.Default(b, new Fallback.Block(), LedgerScene.BACK, 3));
    }

    @Test
    void nobodyIsRaisedWhileAnotherOneMayBeUnconstrained() {
        scene.connect(a);
        scene.answer(new Setpoint.Default(a, new Fallback.Block(), LedgerScene.BACK, 3), ACCEPTED);
        scene.start(a, 1);
        assertThat(grants(scene.permitted())).isEmpty();
    }

    @Test
    void aRaiseWaitsForTheCutThatPaysForIt() {
        scene.commission();
        charge(a, 1);
        scene.start(b, 2);
        List<Setpoint> cut = scene.permitted();
        assertThat(grants(cut)).containsOnly(Map.entry(a, amps(16)));
        scene.acceptAll(cut);
        assertThat(grants(scene.permitted())).isEmpty();
        scene.read(a, 16);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(b, amps(16)));
    }

    @Test
    void aGrantGoesOutOnlyWhenTheStationKnowsItsTransaction() {
        scene.commission();
        Observation start = new Observation.TransactionStarted(a, 1, scene.now, scene.now);
        scene.see(start);
        scene.now = start.at();
        assertThat(grants(scene.permitted())).isEmpty();
        scene.now = start.at().plusMillis(999);
        assertThat(grants(scene.permitted())).isEmpty();
        scene.now = start.at().plusMillis(1000);
        assertThat(grants(scene.permitted())).containsKey(a);
    }

    @Test
    void aStationThatWasHeardAfterItsStartIsReadyAtOnce() {
        scene.commission();
        Observation start = new Observation.TransactionStarted(a, 1, scene.now, scene.now);
        scene.see(start);
        scene.see(new Observation.StationHeard("A", start.at()));
        scene.now = start.at();
        assertThat(grants(scene.permitted())).containsKey(a);
    }

    @Test
    void aTransactionWithoutANumberIsGrantedNothing() {
        scene.commission();
        scene.start(a, 0);
        assertThat(grants(scene.permitted())).isEmpty();
    }

    @Test
    void aStartThatWasKeptOfflineForHoursIsGrantedNothingUntilItIsSeenToRun() {
        scene.commission();
        scene.see(new Observation.TransactionStarted(a, 1, scene.now.minusSeconds(3 * 3600), scene.now));
        scene.pass(60);
        assertThat(grants(scene.permitted())).isEmpty();
        scene.see(new Observation.StatusReported(a, EvseStatus.CHARGING, scene.now, scene.now));
        assertThat(grants(scene.permitted())).containsKey(a);
    }

    @Test
    void whatStandsIsNotSaidAgain() {
        scene.commission();
        charge(a, 1);
        assertThat(scene.permitted()).isEmpty();
    }

    @Test
    void aGrantIsSaidAgainBeforeItsDeadManFires() {
        scene.commission();
        charge(a, 1);
        scene.pass(Duration.ofMinutes(14).toSeconds());
        scene.read(a, 32);
        assertThat(scene.permitted()).isEmpty();
        scene.pass(Duration.ofMinutes(10).toSeconds());
        scene.read(a, 32);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(a, amps(32)));
    }

    @Test
    void whoRefusedIsAskedAgainButNotAtOnce() {
        scene.commission();
        scene.start(a, 1);
        Setpoint refused = scene.permitted().getFirst();
        scene.answer(refused, REJECTED);
        scene.pass(2);
        assertThat(grants(scene.permitted())).isEmpty();
        scene.pass(3);
        assertThat(grants(scene.permitted())).containsKey(a);
    }

    @Test
    void whatWaitedInVainBehindANeighbourIsDueAtOnceAndTheStationWasNotAskedYet() {
        scene.commission();
        scene.start(a, 1);
        Setpoint waited = scene.permitted().getFirst();
        scene.answer(waited, new Outcome.Expired());
        assertThat(grants(scene.permitted())).containsKey(a);
        scene.answer(waited, new Outcome.Expired());
        assertThat(grants(scene.permitted())).containsKey(a);
        scene.answer(waited, REJECTED);
        scene.pass(3);
        assertThat(grants(scene.permitted())).isEmpty();
        scene.pass(1);
        assertThat(grants(scene.permitted())).containsKey(a);
    }

    @Test
    void whoDoesNotTakeItsCutIsAskedOnAndTheOthersShareWhatItLeaves() {
        scene.commission();
        charge(a, 1);
        scene.start(b, 2);
        Setpoint cut = scene.permitted().getFirst();
        scene.answer(cut, REJECTED);
        assertThat(scene.planned()).containsEntry(a, amps(16)).containsEntry(b, amps(16));
        scene.pass(5);
        scene.answer(cut, REJECTED);
        assertThat(scene.planned()).containsOnly(Map.entry(b, Current.ZERO));
        scene.pass(10);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(a, amps(16)));
        scene.answer(cut, ACCEPTED);
        assertThat(scene.planned()).containsEntry(a, amps(16)).containsEntry(b, amps(16));
    }

    @Test
    void whoseAnswersAreLostIsAskedOnForItsCutAlthoughTheOthersHaveGone() {
        scene.commission();
        charge(a, 1);
        scene.start(b, 2);
        scene.answer(scene.permitted().getFirst(), UNANSWERED);
        scene.pass(5);
        scene.answer(scene.permitted().getFirst(), UNANSWERED);
        assertThat(scene.planned()).containsOnly(Map.entry(b, Current.ZERO));
        scene.stop(b, 2);
        scene.pass(60);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(a, amps(16)));
    }

    @Test
    void whoRefusesARaiseKeepsItsPlaceInThePlan() {
        scene.commission();
        scene.start(a, 1);
        Setpoint raise = scene.permitted().getFirst();
        scene.answer(raise, REJECTED);
        scene.pass(5);
        scene.answer(raise, REJECTED);
        assertThat(scene.planned()).containsOnly(Map.entry(a, amps(32)));
    }

    @Test
    void anEvseThatDoesNotFollowIsTakenAtWhatItDrawsAndTheOthersAreCutAtOnce() {
        scene.commission();
        charge(a, 1);
        scene.start(b, 2);
        scene.acceptAll(scene.permitted());
        scene.read(a, 16);
        scene.acceptAll(scene.permitted());
        scene.read(b, 16);
        scene.pass(20);
        scene.read(a, 24);
        assertThat(scene.planned()).containsOnly(Map.entry(b, amps(8)));
        assertThat(grants(scene.permitted())).containsEntry(b, amps(8));
    }

    @Test
    void whoIsNoLongerOursIsReleased() {
        scene.connect(a);
        scene.acceptAll(scene.permitted());
        assertThat(released()).containsExactly(new Setpoint.Release(a));
    }

    @Test
    void aReleaseThatWasNotTakenIsTriedAgainAndOneThatWasIsNot() {
        scene.connect(a);
        scene.acceptAll(scene.permitted());
        scene.answer(new Setpoint.Release(a), REJECTED);
        assertThat(released()).isEmpty();
        scene.pass(5);
        assertThat(released()).containsExactly(new Setpoint.Release(a));
        scene.answer(new Setpoint.Release(a), ACCEPTED);
        scene.pass(3600);
        assertThat(released()).isEmpty();
    }

    private List<Setpoint> released() {
        return Releases.of(scene.ledger, List.of(), scene.follow());
    }
}
