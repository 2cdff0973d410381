/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import support.Await;

/** One call in flight for each station, the newest setpoint wins, silence has an end. */
class DispatcherTest {

    private final List<Setpoint> sent = new CopyOnWriteArrayList<>();
    private final Map<Setpoint, Consumer<Outcome>> flights = new ConcurrentHashMap<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private Dispatcher dispatcher = new Dispatcher(this::transport, Duration.ofMinutes(5), Clock.systemUTC());

    private void transport(Setpoint setpoint, Consumer<Outcome> landed) {
        flights.put(setpoint, landed);
        sent.add(setpoint);
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    private static Setpoint grant(String station, int evse, double current) {
        return new Setpoint.Grant(
                new EvseRef(station, evse),
                1,
                amps(current),
                null,
                ProfilePurpose.TRANSACTION,
                Duration.ofMinutes(1),
                3);
    }

    private void send(Setpoint setpoint) {
        dispatcher.send(setpoint, Instant.MAX, (done, outcome) -> {
            if (done instanceof Setpoint.Grant grant) {
                outcomes.add(grant.evse() + " " + grant.current() + " " + outcome.word());
            }
        });
    }

    private void land(Setpoint setpoint, Outcome outcome) {
        Await.until("it is on its way", () -> flights.containsKey(setpoint));
        Objects.requireNonNull(flights.get(setpoint)).accept(outcome);
    }

    @Test
    void theNextCallOfAStationWaitsForTheAnswerToTheOneBefore() {
        Setpoint first = grant("CP1", 1, 10);
        Setpoint second = grant("CP1", 2, 10);
        send(first);
        Await.until("the first is sent", () -> sent.size() == 1);
        send(second);
        assertThat(sent).containsExactly(first);
        land(first, new Outcome.Accepted());
        Await.until("the second is sent", () -> sent.size() == 2);
        assertThat(outcomes).containsExactly("CP1/1 10.0 A ACCEPTED");
    }

    @Test
    void otherStationsDoNotWait() {
        send(grant("CP1", 1, 10));
        send(grant("CP2", 1, 10));
        Await.until("both are sent", () -> sent.size() == 2);
    }

    @Test
    void theNewestSetpointOfAnEvseWins() {
        Setpoint first = grant("CP1", 1, 10);
        send(first);
        Await.until("the first is sent", () -> sent.size() == 1);
        send(grant("CP1", 1, 16));
        send(grant("CP1", 1, 8));
        land(first, new Outcome.Accepted());
        Await.until("the newest is sent", () -> sent.size() == 2);
        assertThat(sent.get(1)).isEqualTo(grant("CP1", 1, 8));
        assertThat(outcomes).containsExactlyInAnyOrder("CP1/1 10.0 A ACCEPTED", "CP1/1 16.0 A SUPERSEDED");
    }

    @Test
    void aStationThatNeverAnswersIsUnansweredAndTheNextCallGoesOut() {
        dispatcher.close();
        dispatcher = new Dispatcher(this::transport, Duration.ofMillis(50), Clock.systemUTC());
        send(grant("CP1", 1, 10));
        send(grant("CP1", 2, 10));
        Await.until("both are unanswered", () -> outcomes.size() == 2);
        assertThat(outcomes).containsExactly("CP1/1 10.0 A UNANSWERED", "CP1/2 10.0 A UNANSWERED");
    }

    @Test
    void anAnswerAfterTheTimeoutIsNotHeard() {
        dispatcher.close();
        dispatcher = new Dispatcher(this::transport, Duration.ofMillis(50), Clock.systemUTC());
        Setpoint late = grant("CP1", 1, 10);
        send(late);
        Await.until("it is unanswered", () -> outcomes.size() == 1);
        land(late, new Outcome.Accepted());
        assertThat(outcomes).containsExactly("CP1/1 10.0 A UNANSWERED");
    }

    @Test
    void aTransportThatThrowsIsAFailedCall() {
        dispatcher.close();
        dispatcher = new Dispatcher(
                (_, _) -> {
                    throw new IllegalStateException("no way");
                },
                Duration.ofMinutes(5),
                Clock.systemUTC());
        send(grant("CP1", 1, 10));
        Await.until("it failed", () -> outcomes.size() == 1);
        assertThat(outcomes).containsExactly("CP1/1 10.0 A ERROR");
    }

    @Test
    void aThousandStationsThatAllAreSilentCostNoThreadEach() {
        int before = platformThreads();
        CountDownLatch silence = new CountDownLatch(1);
        dispatcher.close();
        dispatcher = new Dispatcher(
                (setpoint, _) -> {
                    sent.add(setpoint);
                    waitFor(silence);
                },
                Duration.ofMinutes(5),
                Clock.systemUTC());
        for (int station = 0; station < 1000; station++) {
            send(grant("CP" + station, 1, 10));
        }
        Await.until("all wait for their answers", () -> sent.size() == 1000);
        assertThat(platformThreads() - before).isLessThan(50);
        silence.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int platformThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @Test
    void whatASilentStationIsToldMeanwhileDoesNotPileUp() {
        send(grant("CP1", 1, 6));
        Await.until("the first is on its way", () -> sent.size() == 1);
        for (int milliamps = 6_001; milliamps <= 16_000; milliamps++) {
            send(grant("CP1", 1, milliamps / 1000.0));
        }
        assertThat(outcomes).as("all but the newest").hasSize(9_999);
        land(sent.getFirst(), new Outcome.Accepted());
        Await.until("the newest is sent", () -> sent.size() == 2);
        assertThat(sent.getLast()).isEqualTo(grant("CP1", 1, 16));
    }
}
