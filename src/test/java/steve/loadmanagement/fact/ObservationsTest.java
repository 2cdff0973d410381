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

import java.time.Instant;
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

/** How observations become facts. */
class ObservationsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final EvseRef EVSE = new EvseRef("CP1", 1);

    private final Observations observations = new Observations();

    private EvseFacts facts() {
        return observations.at(NOON).of(EVSE);
    }

    private void start(int transaction) {
        observations.add(new TransactionStarted(EVSE, transaction, NOON, NOON));
    }

    private void read(double current, Instant measuredAt) {
        Current draw = amps(current);
        observations.add(new MeterRead(
                EVSE, new Reading(new ConductorCurrents(draw, draw, draw), null, null, null, measuredAt, NOON)));
    }

    @Test
    void aStationKnowsItsTransactionWhenItSaysTheNextThing() {
        start(7);
        assertThat(facts().session()).isEqualTo(new Session(7, NOON, null));
        observations.add(new StationHeard("CP1", NOON.plusSeconds(1)));
        assertThat(facts().session()).isEqualTo(new Session(7, NOON, NOON.plusSeconds(1)));
    }

    @Test
    void whatAnotherStationSaysDoesNotCount() {
        start(7);
        observations.add(new StationHeard("CP2", NOON.plusSeconds(1)));
        assertThat(facts().session()).isEqualTo(new Session(7, NOON, null));
    }

    @Test
    void aRepeatedStartIsTheSameSession() {
        start(7);
        observations.add(new StationHeard("CP1", NOON.plusSeconds(1)));
        start(7);
        assertThat(facts().session()).isEqualTo(new Session(7, NOON, NOON.plusSeconds(1)));
    }

    @Test
    void aStartOnABusyEvseTakesTheOldSessionsPlace() {
        start(7);
        start(8);
        assertThat(facts().session()).isEqualTo(new Session(8, NOON, null));
    }

    @Test
    void theEndOfAnotherTransactionIsNotTheEndOfThisOne() {
        start(8);
        observations.add(new TransactionEnded("CP1", 7, NOON));
        assertThat(facts().session()).isNotNull();
        observations.add(new TransactionEnded("CP1", 8, NOON));
        assertThat(facts().session()).isNull();
    }

    @Test
    void anAvailableEvseHasNoSessionEvenIfItsStopWasRefused() {
        start(7);
        observations.add(new StatusReported(EVSE, EvseStatus.AVAILABLE, NOON));
        assertThat(facts().session()).isNull();
    }

    @Test
    void aReadingSaysNothingOfTheNextSession() {
        start(7);
        read(16, NOON);
        start(8);
        assertThat(facts().reading()).isNull();
    }

    @Test
    void anOlderReadingThatComesLateIsNotTheNewest() {
        start(7);
        read(16, NOON);
        read(9, NOON.minusSeconds(60));
        assertThat(facts().reading())
                .isNotNull()
                .extracting(Reading::measuredAt)
                .isEqualTo(NOON);
    }

    @Test
    void aDisconnectedStationIsConnectedAgainWhenItIsHeard() {
        observations.add(new StationConnected("CP1", NOON));
        observations.add(new StationDisconnected("CP1", NOON));
        assertThat(observations.at(NOON).ofStation("CP1").connected()).isFalse();
        observations.add(new StationHeard("CP1", NOON));
        assertThat(observations.at(NOON).ofStation("CP1").connected()).isTrue();
    }

    @Test
    void aBootIsTakenOnce() {
        observations.add(new StationBooted("CP1", NOON));
        assertThat(observations.takeBooted()).containsExactly("CP1");
        assertThat(observations.takeBooted()).isEmpty();
    }
}
