/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Sites.amps;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.commissioning.OfflineTrial.Before;
import steve.loadmanagement.commissioning.OfflineTrial.Sight;
import steve.loadmanagement.commissioning.OfflineTrial.State;
import steve.loadmanagement.commissioning.OfflineTrial.Verdict;
import steve.loadmanagement.quirk.Quirk;
import steve.loadmanagement.quirk.QuirkProfile.Line;

/** A grant of 16 A that falls back to 6 A, half an hour after noon at the latest; the connection is cut at noon. */
class OfflineTrialTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofMinutes(30));
    private static final Before CHARGING = new Before(amps(16), amps(6), amps(15.8));

    private OfflineTrial trial = OfflineTrial.begun("Jo", CHARGING, DUE, NOON);

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private void see(int minutes, boolean isConnected) {
        see(minutes, isConnected, null, null, null);
    }

    private void see(
            int minutes,
            boolean isConnected,
            @Nullable Double drawn,
            @Nullable Instant drawnAt,
            @Nullable Instant toldAt) {
        trial = trial.see(new Sight(
                at(minutes), isConnected, true, CHARGING, DUE, drawn == null ? null : amps(drawn), drawnAt, toldAt));
    }

    private void cutUntilDue() {
        see(0, false);
        see(30, false);
    }

    private Findings findings() {
        return Findings.of(Commissioning.skipped("Jo", NOON).with(trial), "test");
    }

    @Test
    void itIsCutThenDueThenBackAndAReadingOfTheTimeBetweenConfirmsTheFallback() {
        see(0, false);
        assertThat(trial.state()).isEqualTo(State.CUT);
        see(29, false);
        assertThat(trial.state()).isEqualTo(State.CUT);
        see(30, false);
        assertThat(trial.state()).isEqualTo(State.DUE);
        see(32, true);
        assertThat(trial.state()).isEqualTo(State.BACK);
        see(32, true, 6.0, at(31), null);
        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(findings().proposed()).containsEntry(Quirk.DEAD_MAN, new Line("yes", "test"));
    }

    @Test
    void aStationThatChargesOnHasNoDeadMan() {
        cutUntilDue();
        see(31, true);
        see(31, true, 15.8, at(31), null);
        assertThat(trial.verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
        assertThat(findings().proposed()).containsEntry(Quirk.DEAD_MAN, new Line("no", "test"));
    }

    @Test
    void aReadingFromBeforeItsTimeProvesNothing() {
        cutUntilDue();
        see(31, true);
        see(31, true, 6.0, at(29), null);
        assertThat(trial.state()).isEqualTo(State.BACK);
    }

    @Test
    void aReadingFromAfterTheNextGrantProvesNothing() {
        cutUntilDue();
        see(31, true);
        see(32, true, 6.0, at(32), at(31));
        assertThat(trial.state()).isEqualTo(State.BACK);
    }

    @Test
    void withoutAReadingWhatTheOperatorSawCounts() {
        cutUntilDue();
        trial = trial.seen(amps(6), at(31));
        assertThat(trial.state()).isEqualTo(State.DUE);
        see(32, true);
        see(34, true);
        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void aReadingSaysMoreThanAnEye() {
        cutUntilDue();
        trial = trial.seen(amps(6), at(31));
        see(32, true);
        see(32, true, 16.0, at(31), null);
        assertThat(trial.verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
    }

    @Test
    void whatIsToldLateEndsIt() {
        cutUntilDue();
        see(31, true);
        see(40, true);
        assertThat(trial.state()).isEqualTo(State.BACK);
        trial = trial.seen(amps(16), at(41));
        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
    }

    @Test
    void whereNobodySawAnythingNothingIsProposed() {
        cutUntilDue();
        see(31, true);
        see(61, true);
        assertThat(trial.verdict()).isEqualTo(Verdict.UNSEEN);
        assertThat(findings().proposed()).isEmpty();
    }

    @Test
    void aVehicleThatDrewNoMoreBeforeProvesNothing() {
        trial = OfflineTrial.begun("Jo", new Before(amps(16), amps(6), amps(5)), DUE, NOON);
        cutUntilDue();
        trial = trial.seen(amps(5), at(31));
        assertThat(trial.verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void aStationThatIsBackTooEarlyEndsIt() {
        see(0, false);
        see(20, true);
        assertThat(trial.state()).isEqualTo(State.ABORTED);
        assertThat(trial.why()).isEqualTo("the station was back before its grant had to fall back");
    }

    @Test
    void aGrantThatIsSaidAgainBeforeTheCutIsSeenFallsBackLater() {
        see(0, false);
        trial = trial.see(new Sight(at(30), false, true, CHARGING, at(45), null, null, null));
        assertThat(trial.state()).isEqualTo(State.CUT);
        see(45, false);
        assertThat(trial.state()).isEqualTo(State.DUE);
    }

    @Test
    void beforeItsTimeThereIsNothingToSee() {
        see(0, false);
        assertThatThrownBy(() -> trial.seen(amps(6), at(1))).isInstanceOf(IllegalStateException.class);
    }
}
