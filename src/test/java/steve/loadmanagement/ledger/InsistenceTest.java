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
import static support.Sites.strand;
import static support.Sites.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;

/** A station that accepts and does not obey: one means after the other. */
class InsistenceTest {

    private static final EvseRef A = evse("A");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static LedgerScene stubborn(boolean mayBeStopped) {
        StationTraits traits = new StationTraits(
                StationTraits.STANDARD.purposes(),
                true,
                null,
                Duration.ofSeconds(30),
                null,
                Duration.ZERO,
                false,
                mayBeStopped);
        LedgerScene scene =
                new LedgerScene(Site.of(List.of(strand(1, null, perPhase(20))), List.of(with(evse("A", 1), traits))));
        scene.commission();
        scene.start(A, 1);
        scene.answer(LedgerScene.grant(A, 1, 20), ACCEPTED);
        scene.pass(20);
        return scene;
    }

    /** One that followed once. */
    private static LedgerScene lapsed(boolean mayBeStopped) {
        LedgerScene scene = stubborn(mayBeStopped);
        scene.read(A, 20);
        return scene;
    }

    /** It draws 30 A whatever it is told. */
    private static Setpoint next(LedgerScene scene) {
        scene.pass(15);
        scene.read(A, 30);
        List<Setpoint> permitted = scene.permitted();
        assertThat(permitted).hasSize(1);
        scene.answer(permitted.getFirst(), ACCEPTED);
        return permitted.getFirst();
    }

    private static void isGrant(Setpoint setpoint, double current, ProfilePurpose purpose) {
        assertThat(setpoint).isInstanceOfSatisfying(Setpoint.Grant.class, grant -> {
            assertThat(grant.current()).isEqualTo(amps(current));
            assertThat(grant.purpose()).isEqualTo(purpose);
        });
    }

    @Test
    void oneThatNeverFollowedIsToldOnceByEachPurposeAndThenNotControllable() {
        LedgerScene scene = stubborn(false);
        scene.read(A, 30);
        assertThat(scene.permitted()).isEmpty();
        isGrant(next(scene), 20, ProfilePurpose.DEFAULT);
        assertThat(scene.ledger.isControllable(scene.evse(0))).isTrue();
        scene.pass(15);
        scene.read(A, 30);
        assertThat(scene.permitted()).isEmpty();
        assertThat(scene.ledger.isControllable(scene.evse(0))).isFalse();
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(scene.evse(0).rating());
    }

    @Test
    void itStaysSoForTheNextVehicleAndAfterABootUntilItIsTriedAnew() {
        LedgerScene scene = stubborn(false);
        scene.read(A, 30);
        next(scene);
        scene.pass(15);
        scene.read(A, 30);
        scene.stop(A, 1);
        scene.say(A, EvseStatus.AVAILABLE);
        scene.pass(3600);
        assertThat(scene.permitted()).isEmpty();
        assertThat(scene.ledger.isControllable(scene.evse(0))).isFalse();
        scene.ledger.triedAnew(A);
        assertThat(scene.ledger.isControllable(scene.evse(0))).isTrue();
    }

    @Test
    void oneThatFollowsByItsOtherProfileIsControlledByIt() {
        LedgerScene scene = stubborn(false);
        scene.read(A, 30);
        isGrant(next(scene), 20, ProfilePurpose.DEFAULT);
        scene.pass(15);
        scene.read(A, 20);
        assertThat(scene.ledger.steers(scene.evse(0))).isTrue();
        assertThat(scene.ledger.entry(A).conduct().obedience()).isEqualTo(Conduct.Obedience.FOLLOWED);
    }

    @Test
    void itIsToldAgainThenByAnotherProfileThenToStopDrawing() {
        LedgerScene scene = lapsed(false);
        isGrant(next(scene), 20, ProfilePurpose.TRANSACTION);
        isGrant(next(scene), 20, ProfilePurpose.DEFAULT);
        isGrant(next(scene), 0, ProfilePurpose.DEFAULT);
        isGrant(next(scene), 0, ProfilePurpose.DEFAULT);
        assertThat(scene.ledger.entry(A).conduct().isCaught()).isTrue();
    }

    @Test
    void itsTransactionIsStoppedInTheEndWhereTheOperatorAllowsIt() {
        LedgerScene scene = lapsed(true);
        for (int means = 0; means < 3; means++) {
            next(scene);
        }
        assertThat(next(scene)).isEqualTo(new Setpoint.Stop(A, 1));
    }

    @Test
    void eachMeansIsGivenTimeToWork() {
        LedgerScene scene = lapsed(false);
        next(scene);
        scene.read(A, 30);
        assertThat(scene.permitted()).isEmpty();
    }

    @Test
    void aStationThatFollowsAtLastIsPlannedAgain() {
        LedgerScene scene = lapsed(false);
        next(scene);
        scene.read(A, 20);
        assertThat(scene.ledger.steers(scene.evse(0))).isTrue();
        assertThat(scene.ledger.entry(A).conduct().insisted()).isZero();
    }

    @Test
    void whatItsFirstProfileAllowedStaysUntilItsTransactionEnds() {
        LedgerScene scene = lapsed(false);
        next(scene);
        next(scene);
        isGrant(next(scene), 0, ProfilePurpose.DEFAULT);
        scene.pass(15);
        scene.read(A, 0);
        assertThat(scene.ledger.worst(scene.evse(0)))
                .as("its car may pause, and what the station took first still allows 20 A")
                .isEqualTo(amps(20));
        scene.stop(A, 1);
        scene.say(A, EvseStatus.AVAILABLE);
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(Current.ZERO);
    }

    @Test
    void andOfTwoOtherProfilesTheHigherOneStays() {
        Track first = Track.settledAt(amps(30)).besideAnother();
        Track second = first.sent(Allowance.of(amps(6)), NOON, Duration.ZERO, null)
                .came(ACCEPTED, NOON, NOON)
                .settle(_ -> true)
                .besideAnother();
        assertThat(second.highest()).isEqualTo(Allowance.of(amps(30)));
    }

    @Test
    void orUntilItIsSeenToHoldTheCarAtLessByItsOtherProfile() {
        LedgerScene scene = lapsed(false);
        next(scene);
        next(scene);
        Setpoint cut = new Setpoint.Grant(A, 1, amps(10), null, ProfilePurpose.DEFAULT, LedgerScene.BACK, 3);
        scene.answer(cut, ACCEPTED);
        scene.pass(20);
        scene.read(A, 8);
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(amps(20));
        scene.read(A, 9.8);
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(amps(10));
    }

    @Test
    void itsDefaultProfileIsPutBackWhenTheSessionThatUsedItEnds() {
        LedgerScene scene = lapsed(false);
        next(scene);
        next(scene);
        scene.stop(A, 1);
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(amps(20));
        List<Setpoint> restored = scene.permitted();
        assertThat(restored)
                .containsExactly(new Setpoint.Default(A, scene.evse(0).fallback(), LedgerScene.BACK, 3));
        scene.acceptAll(restored);
        assertThat(scene.ledger.worst(scene.evse(0)))
                .as("the station says that it charges: the next transaction may run already")
                .isEqualTo(amps(20));
        scene.say(A, EvseStatus.AVAILABLE);
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(Current.ZERO);
    }
}
