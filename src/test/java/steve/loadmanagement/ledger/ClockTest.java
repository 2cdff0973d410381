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
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/** Stations act by their own clocks: when a profile is valid there, and when a dead man has surely fired. */
class ClockTest {

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

    private Instant deadManAt() {
        return Objects.requireNonNull(scene.ledger.entry(A).deadManAt());
    }

    private void grantedAndSeen(double current) {
        scene.answer(grant(current), ACCEPTED);
        scene.read(A, current);
    }

    @Test
    void aStationWhoseClockLagsDoesNotKnowTheNewProfileAsValidYet() {
        scene.lag(A, 300);
        scene.see(new Observation.StatusReported(A, EvseStatus.CHARGING, scene.now.minusSeconds(300), scene.now));
        scene.answer(grant(20), ACCEPTED);
        scene.answer(grant(8), ACCEPTED);
        scene.pass(240);
        assertThat(worst()).isEqualTo(amps(20));
        scene.pass(60);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void aReadingFromBeforeTheAnswerProvesNothingHoweverLateItComes() {
        grantedAndSeen(20);
        scene.pass(90);
        scene.answer(grant(8), ACCEPTED);
        scene.lag(A, 60);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(20));
        scene.lag(A, 0);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(8));
    }

    @Test
    void aLostConnectionReleasesNothing() {
        grantedAndSeen(20);
        scene.disconnect(A);
        scene.pass(600);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void anOfflineStationFallsBackWhenItsDeadManHasSurelyFiredAndTheCarHasFollowed() {
        grantedAndSeen(20);
        Instant deadManAt = deadManAt();
        scene.disconnect(A);
        scene.now = deadManAt;
        scene.pass(44);
        assertThat(worst()).isEqualTo(amps(20));
        scene.pass(1);
        assertThat(worst()).isEqualTo(Current.ZERO);
    }

    @Test
    void aDeadManFiresByTheStationsOwnClock() {
        scene.lag(A, 600);
        grantedAndSeen(20);
        Instant deadManAt = deadManAt();
        scene.disconnect(A);
        scene.now = deadManAt;
        scene.pass(640);
        assertThat(worst()).isEqualTo(amps(20));
        scene.pass(6);
        assertThat(worst()).isEqualTo(Current.ZERO);
    }

    @Test
    void aStationWhoseClockNobodyKnowsIsNeverCredited() {
        grantedAndSeen(20);
        scene.boot(A);
        scene.disconnect(A);
        scene.pass(86_400);
        assertThat(worst()).isEqualTo(amps(20));
    }

    @Test
    void aReadingThatWasTakenBeforeTheAnswerAndComesAfterItProvesNothing() {
        grantedAndSeen(20);
        scene.answer(grant(8), ACCEPTED);
        scene.lag(A, 10);
        scene.read(A, 8);
        assertThat(worst()).isEqualTo(amps(20));
    }
}
