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
import static steve.loadmanagement.ledger.LedgerScene.UNANSWERED;
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
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.unit.Current;

/** What a station does that hears nothing, and what is reserved for it. */
class SchoolsTest {

    private static final EvseRef A = evse("A");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private static LedgerScene scene(Fallback fallback, StationTraits traits) {
        Evse one = with(with(evse("A", 1), fallback), traits);
        LedgerScene scene = new LedgerScene(Site.of(List.of(strand(1, null, perPhase(63))), List.of(one)));
        scene.connect(A);
        scene.see(new Observation.StatusReported(A, EvseStatus.AVAILABLE, scene.now, scene.now));
        return scene;
    }

    private static LedgerScene commissioned(Fallback fallback) {
        LedgerScene scene = scene(fallback, StationTraits.STANDARD);
        scene.acceptAll(scene.permitted());
        return scene;
    }

    private static Current worst(LedgerScene scene) {
        return scene.ledger.worst(scene.evse(0));
    }

    @Test
    void underBlockNothingIsReservedForAnIdleEvse() {
        assertThat(worst(commissioned(new Fallback.Block()))).isEqualTo(Current.ZERO);
    }

    @Test
    void underFallbackItIsReservedForAnIdleEvseToo() {
        assertThat(worst(commissioned(new Fallback.Reserve(amps(6))))).isEqualTo(amps(6));
    }

    @Test
    void underBlockThenFallbackNothingIsReservedWhileItIsRefreshed() {
        LedgerScene scene = commissioned(new Fallback.BlockThenReserve(amps(6), FOUR_HOURS));
        assertThat(worst(scene)).isEqualTo(Current.ZERO);
        scene.pass(FOUR_HOURS.dividedBy(2).toSeconds() - 2);
        assertThat(scene.permitted()).isEmpty();
        scene.pass(4);
        List<Setpoint> refresh = scene.permitted();
        assertThat(refresh)
                .containsExactly(new Setpoint.Default(A, scene.evse(0).fallback(), LedgerScene.BACK, 3));
        scene.acceptAll(refresh);
        scene.pass(FOUR_HOURS.minusMinutes(10).toSeconds());
        assertThat(worst(scene)).isEqualTo(Current.ZERO);
    }

    @Test
    void aBlockThatIsNotRefreshedCountsItsFallbackBeforeAnyClockCanHaveReachedIt() {
        LedgerScene scene = commissioned(new Fallback.BlockThenReserve(amps(6), FOUR_HOURS));
        scene.disconnect(A);
        scene.pass(FOUR_HOURS.minusMinutes(3).toSeconds());
        assertThat(worst(scene)).isEqualTo(Current.ZERO);
        scene.pass(120);
        assertThat(worst(scene)).isEqualTo(amps(6));
    }

    @Test
    void aBlockWhoseRefreshWasNotAnsweredRisesAsTheOneBefore() {
        LedgerScene scene = commissioned(new Fallback.BlockThenReserve(amps(6), FOUR_HOURS));
        scene.pass(FOUR_HOURS.dividedBy(2).toSeconds() + 60);
        scene.answer(scene.permitted().getFirst(), UNANSWERED);
        scene.pass(FOUR_HOURS.dividedBy(2).toSeconds());
        assertThat(worst(scene)).isEqualTo(amps(6));
    }

    @Test
    void aBlockThatRisesByAClockThatNobodyKnowsCountsItsFallbackAtOnce() {
        LedgerScene scene = commissioned(new Fallback.BlockThenReserve(amps(6), FOUR_HOURS));
        scene.boot(A);
        assertThat(worst(scene)).isEqualTo(amps(6));
    }

    @Test
    void aStationThatForgetsItsProfilesCountsItsRatingAfterItsBoot() {
        StationTraits forgetful = new StationTraits(
                StationTraits.STANDARD.purposes(),
                true,
                null,
                Duration.ofSeconds(30),
                null,
                Duration.ofSeconds(20),
                true,
                false);
        LedgerScene scene = scene(new Fallback.Block(), forgetful);
        scene.pass(20);
        scene.acceptAll(scene.permitted());
        assertThat(worst(scene)).isEqualTo(Current.ZERO);
        scene.boot(A);
        assertThat(worst(scene)).isEqualTo(amps(32));
        scene.say(A, EvseStatus.AVAILABLE);
        assertThat(scene.permitted()).isEmpty();
        scene.pass(20);
        scene.acceptAll(scene.permitted());
        assertThat(worst(scene)).isEqualTo(Current.ZERO);
    }

    @Test
    void afterABootEverythingIsSaidAgain() {
        LedgerScene scene = commissioned(new Fallback.Block());
        scene.start(A, 7);
        scene.acceptAll(scene.permitted());
        assertThat(scene.permitted()).isEmpty();
        scene.boot(A);
        scene.say(A, EvseStatus.CHARGING);
        scene.pass(2);
        assertThat(scene.permitted())
                .hasSize(2)
                .anyMatch(Setpoint.Default.class::isInstance)
                .anyMatch(Setpoint.Grant.class::isInstance);
    }

    @Test
    void aGrantToAStationOfOnePeriodIsNeverCredited() {
        StationTraits simple = new StationTraits(
                StationTraits.STANDARD.purposes(), false, null, Duration.ZERO, null, Duration.ZERO, false, false);
        LedgerScene scene = scene(new Fallback.Block(), simple);
        scene.acceptAll(scene.permitted());
        scene.start(A, 7);
        List<Setpoint> grant = scene.permitted();
        assertThat(((Setpoint.Grant) grant.getFirst()).deadMan()).isNull();
        scene.acceptAll(grant);
        scene.read(A, 32);
        scene.disconnect(A);
        scene.pass(86_400);
        assertThat(worst(scene)).isEqualTo(amps(32));
    }

    @Test
    void whatADefaultProfileAllowedBeforeCountsUntilTheNewOneIsAccepted() {
        LedgerScene scene = commissioned(new Fallback.Reserve(amps(10)));
        Instant sentAt = scene.send(LedgerScene.fallback(A, 6));
        assertThat(worst(scene)).isEqualTo(amps(10));
        scene.come(ACCEPTED, LedgerScene.fallback(A, 6), sentAt);
        assertThat(worst(scene)).isEqualTo(amps(6));
    }
}
