/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.Observation.MeterRead;
import steve.loadmanagement.fact.Observation.StationBooted;
import steve.loadmanagement.fact.Observation.StationConnected;
import steve.loadmanagement.fact.Observation.StationDisconnected;
import steve.loadmanagement.fact.Observation.StationHeard;
import steve.loadmanagement.fact.Observation.StatusReported;
import steve.loadmanagement.fact.Observation.TransactionEnded;
import steve.loadmanagement.fact.Observation.TransactionStarted;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/** How observations become facts, of stations as they are. */
class ObservationsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final EvseRef EVSE = new EvseRef("CP1", 1);

    private final Observations observations = new Observations();

    private EvseFacts facts() {
        return factsAt(0);
    }

    private EvseFacts factsAt(long seconds) {
        return observations.at(NOON.plusSeconds(seconds)).of(EVSE);
    }

    private StationFacts station() {
        return observations.at(NOON).ofStation("CP1");
    }

    private static @Nullable Integer transaction(EvseFacts facts) {
        return facts.session() == null ? null : (Integer) facts.session().transactionId();
    }

    private void start(int transaction) {
        start(transaction, 0, 0);
    }

    private void start(int transaction, long startedAt, long heardAt) {
        observations.add(
                new TransactionStarted(EVSE, transaction, NOON.plusSeconds(startedAt), NOON.plusSeconds(heardAt)));
    }

    private void status(EvseStatus status, long at) {
        observations.add(new StatusReported(EVSE, status, NOON.plusSeconds(at), NOON.plusSeconds(at)));
    }

    private void read(double current, long measuredAt) {
        read(current, null, measuredAt, measuredAt);
    }

    private void read(double current, @Nullable Integer transaction, long measuredAt, long receivedAt) {
        Current draw = amps(current);
        observations.add(new MeterRead(
                EVSE,
                transaction,
                new Reading(
                        new ConductorCurrents(draw, draw, draw),
                        null,
                        null,
                        null,
                        NOON.plusSeconds(measuredAt),
                        NOON.plusSeconds(receivedAt))));
    }

    @Test
    void aStationKnowsItsTransactionWhenItSaysTheNextThing() {
        start(7);
        assertThat(facts().session()).isEqualTo(Session.started(7, NOON));
        observations.add(new StationHeard("CP1", NOON.plusSeconds(1)));
        assertThat(facts().session()).isEqualTo(Session.started(7, NOON).heard(NOON.plusSeconds(1)));
    }

    @Test
    void whatAnotherStationSaysDoesNotCount() {
        start(7);
        observations.add(new StationHeard("CP2", NOON.plusSeconds(1)));
        assertThat(facts().session()).isEqualTo(Session.started(7, NOON));
    }

    @Test
    void aRepeatedStartIsTheSameSession() {
        start(7);
        observations.add(new StationHeard("CP1", NOON.plusSeconds(1)));
        start(7);
        assertThat(facts().session()).isEqualTo(Session.started(7, NOON).heard(NOON.plusSeconds(1)));
    }

    @Test
    void aStartOnABusyEvseTakesTheOldSessionsPlace() {
        start(7);
        start(8);
        assertThat(transaction(facts())).isEqualTo(8);
    }

    @Test
    void anOldStartThatIsReplayedDoesNotTakeTheRunningSessionsPlace() {
        start(8);
        start(7, -3 * 3600, 10);
        assertThat(transaction(facts())).isEqualTo(8);
    }

    @Test
    void aTransactionThatEndedIsNotStartedAgainByAReplay() {
        start(7);
        observations.add(new TransactionEnded("CP1", 7, NOON));
        start(7);
        assertThat(facts().session()).isNull();
    }

    @Test
    void theEndOfAnotherTransactionIsNotTheEndOfThisOne() {
        start(8);
        observations.add(new TransactionEnded("CP1", 7, NOON));
        assertThat(transaction(facts())).isEqualTo(8);
        observations.add(new TransactionEnded("CP1", 8, NOON));
        assertThat(facts().session()).isNull();
    }

    @Test
    void anEndWithoutANumberEndsTheOnlySessionOfItsStation() {
        start(8);
        observations.add(new TransactionEnded("CP1", -1, NOON));
        assertThat(facts().session()).isNull();
    }

    @Test
    void anEndWithoutANumberEndsNothingWhereTwoSessionsRun() {
        start(8);
        observations.add(new TransactionStarted(new EvseRef("CP1", 2), 9, NOON, NOON));
        observations.add(new TransactionEnded("CP1", 0, NOON));
        assertThat(transaction(facts())).isEqualTo(8);
    }

    @Test
    void anAvailableEvseKeepsItsSessionWhileItsVehicleMayOnlyWait() {
        start(7);
        read(16, 5);
        status(EvseStatus.AVAILABLE, 10);
        read(0, 110);
        assertThat(factsAt(110).session()).isNotNull();
    }

    @Test
    void anAvailableEvseEndsItsSessionWhenHalfADayLaterNothingFlows() {
        int halfADay = 12 * 3600;
        start(7);
        status(EvseStatus.AVAILABLE, 10);
        read(0, halfADay);
        assertThat(factsAt(halfADay).session()).isNotNull();
        read(0, halfADay + 20);
        assertThat(factsAt(halfADay + 20).session()).isNull();
    }

    @Test
    void anAvailableEvseThatNobodyMeasuresKeepsItsSessionWhichIsDoubted() {
        start(7);
        status(EvseStatus.AVAILABLE, 10);
        assertThat(factsAt(86_400).session())
                .isNotNull()
                .extracting(Session::isBelieved)
                .isEqualTo(false);
        start(8);
        assertThat(facts().session())
                .isNotNull()
                .extracting(Session::isBelieved)
                .isEqualTo(true);
    }

    @Test
    void aStatusThatLiesIsNotBelievedWhileTheCarDraws() {
        start(7);
        read(16, 5);
        status(EvseStatus.AVAILABLE, 10);
        for (int at = 30; at < 600; at += 30) {
            read(16, at);
            assertThat(factsAt(at).session()).isNotNull();
        }
    }

    @Test
    void aStartThatWasKeptOfflineIsNotSeenToRunUntilSomethingShowsIt() {
        start(7, -3 * 3600, 0);
        assertThat(facts().session())
                .isNotNull()
                .extracting(Session::seenRunning)
                .isEqualTo(false);
        status(EvseStatus.CHARGING, 1);
        assertThat(facts().session())
                .isNotNull()
                .extracting(Session::seenRunning)
                .isEqualTo(true);
    }

    @Test
    void aReadingOfATransactionWhoseStartNobodyToldIsItsSession() {
        read(16, 9, 0, 0);
        assertThat(transaction(facts())).isEqualTo(9);
    }

    @Test
    void anOldReadingThatComesLateStartsNoSession() {
        read(16, 9, -3600, 0);
        assertThat(facts().session()).isNull();
    }

    @Test
    void theLastReadingOfATransactionThatEndedStartsItNotAgain() {
        start(7);
        observations.add(new TransactionEnded("CP1", 7, NOON));
        read(16, 7, 1, 1);
        assertThat(facts().session()).isNull();
    }

    @Test
    void aSessionOutlastsALostConnection() {
        start(7);
        observations.add(new StationDisconnected("CP1", NOON));
        observations.add(new StationConnected("CP1", NOON.plusSeconds(600)));
        assertThat(transaction(factsAt(600))).isEqualTo(7);
    }

    @Test
    void aReadingSaysNothingOfTheNextSession() {
        start(7);
        read(16, 0);
        start(8);
        assertThat(facts().reading()).isNull();
    }

    @Test
    void anOlderReadingThatComesLateIsNotTheNewest() {
        start(7);
        read(16, 0);
        read(9, null, -60, 1);
        assertThat(facts().reading())
                .isNotNull()
                .extracting(Reading::measuredAt)
                .isEqualTo(NOON);
    }

    @Test
    void aDisconnectedStationIsConnectedAgainWhenItIsHeard() {
        observations.add(new StationConnected("CP1", NOON));
        observations.add(new StationDisconnected("CP1", NOON));
        assertThat(station().connected()).isFalse();
        observations.add(new StationHeard("CP1", NOON));
        assertThat(station().connected()).isTrue();
    }

    @Test
    void aStationIsGreetedAtItsBootItsReturnAndTheFirstWordAfterAGap() {
        observations.add(new StationConnected("CP1", NOON));
        assertThat(station().greetedAt()).isEqualTo(NOON);
        observations.add(new StationHeard("CP1", NOON.plusSeconds(300)));
        assertThat(station().greetedAt()).isEqualTo(NOON);
        observations.add(new StationHeard("CP1", NOON.plusSeconds(601)));
        assertThat(station().greetedAt()).isEqualTo(NOON.plusSeconds(601));
        observations.add(new StationBooted("CP1", NOON.plusSeconds(700)));
        assertThat(station().greetedAt()).isEqualTo(NOON.plusSeconds(700));
        assertThat(station().bootedAt()).isEqualTo(NOON.plusSeconds(700));
    }

    @Test
    void aBootForgetsTheClock() {
        read(16, 0);
        observations.add(new StationBooted("CP1", NOON.plusSeconds(10)));
        assertThat(station().clock()).isEqualTo(StationClock.UNKNOWN);
    }

    @Test
    void aSessionIsSilentWhenItsStationIsNotHeardForLong() {
        start(7);
        read(16, 0);
        assertThat(observations.at(NOON.plusSeconds(180)).isSilent(EVSE, Duration.ofMinutes(3)))
                .isFalse();
        assertThat(observations.at(NOON.plusSeconds(181)).isSilent(EVSE, Duration.ofMinutes(3)))
                .isTrue();
    }
}
