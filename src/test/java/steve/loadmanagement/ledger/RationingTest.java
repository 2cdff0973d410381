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
import static steve.loadmanagement.ledger.LedgerScene.grants;
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;
import static support.Sites.strandWith;
import static support.Sites.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.unit.Current;

/** Rule 6: raises are rationed, cuts never are. */
class RationingTest {

    private static final EvseRef A = evse("A");

    private static LedgerScene sceneOf(StationTraits traits) {
        LedgerScene scene = new LedgerScene(Site.of(
                List.of(strand(1, null, perPhase(32))), List.of(with(evse("A", 1), traits), evse("B", 1))));
        scene.commission();
        scene.start(A, 1);
        return scene;
    }

    private static StationTraits writesADay(Integer writes) {
        return new StationTraits(
                StationTraits.STANDARD.purposes(),
                true,
                writes,
                Duration.ofSeconds(30),
                null,
                Duration.ZERO,
                false,
                false);
    }

    /** It was told 10 A, and draws them. */
    private static LedgerScene atTen(StationTraits traits) {
        LedgerScene scene = sceneOf(traits);
        scene.answer(LedgerScene.grant(A, 1, 10), ACCEPTED);
        scene.read(A, 10);
        return scene;
    }

    @Test
    void theFirstGrantOfASessionWaitsForNothing() {
        assertThat(grants(sceneOf(StationTraits.STANDARD).permitted())).containsOnly(Map.entry(A, amps(32)));
    }

    @Test
    void anotherRaiseWaitsForItsInterval() {
        LedgerScene scene = atTen(StationTraits.STANDARD);
        assertThat(scene.permitted()).isEmpty();
        scene.pass(30);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(A, amps(32)));
    }

    @Test
    void aRaiseOfLessThanHalfAnAmpereIsNotWorthAMessage() {
        LedgerScene scene = sceneOf(StationTraits.STANDARD);
        scene.answer(LedgerScene.grant(A, 1, 31.6), ACCEPTED);
        scene.read(A, 31.6);
        scene.pass(60);
        assertThat(scene.permitted()).isEmpty();
    }

    @Test
    void aStationThatBearsFewWritesIsNotRaisedWhenTheyAreSpent() {
        LedgerScene scene = atTen(writesADay(6));
        scene.answer(LedgerScene.grant(A, 1, 11), ACCEPTED);
        scene.answer(LedgerScene.grant(A, 1, 10), ACCEPTED);
        scene.read(A, 10);
        scene.pass(60);
        assertThat(scene.permitted()).isEmpty();
        scene.pass(Duration.ofDays(1).toSeconds());
        scene.read(A, 0);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(A, amps(32)));
    }

    @Test
    void aStationThatBearsFewWritesIsCutAllTheSame() {
        LedgerScene scene = sceneOf(writesADay(3));
        scene.answer(LedgerScene.grant(A, 1, 32), ACCEPTED);
        scene.read(A, 32);
        scene.start(evse("B"), 2);
        assertThat(grants(scene.permitted())).containsOnly(Map.entry(A, amps(16)));
    }

    @Test
    void aStationThatBearsFewWritesHasALongerDeadMan() {
        Setpoint.Grant grant =
                (Setpoint.Grant) sceneOf(writesADay(25)).permitted().getFirst();
        assertThat(grant.deadMan())
                .isEqualTo(new Setpoint.DeadMan(Duration.ofHours(96).dividedBy(25), Current.ZERO, 3));
    }

    @Test
    void noMoreThanTenStartAtOnce() {
        LedgerScene scene = new LedgerScene(strandWith(perPhase(500), 14));
        scene.commission();
        scene.site.evses().forEach(evse -> scene.start(evse.ref(), 1));
        assertThat(grants(scene.permitted())).hasSize(10);
        scene.acceptAll(scene.permitted());
        assertThat(grants(scene.permitted())).hasSize(4);
    }

    @Test
    void aCutTooSmallToMatterIsNotSaid() {
        LedgerScene scene = sceneOf(StationTraits.STANDARD);
        scene.acceptAll(List.of(LedgerScene.grant(A, 1, 32)));
        scene.read(A, 32);
        assertThat(scene.permittedWith(Map.of(A, amps(31.7)))).isEmpty();
        assertThat(grants(scene.permittedWith(Map.of(A, amps(31.5))))).containsOnly(Map.entry(A, amps(31.5)));
    }
}
