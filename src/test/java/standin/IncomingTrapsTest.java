/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.rwth.idsg.steve.service.TransactionService;
import de.rwth.idsg.steve.service.notification.OcppStationStatusUpdate;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketConnected;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketDisconnected;
import de.rwth.idsg.steve.service.notification.OcppTransactionEnded;
import de.rwth.idsg.steve.service.notification.OcppTransactionStarted;
import de.rwth.idsg.steve.web.dto.TransactionQueryForm;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import standin.store.MeterValues;
import support.Await;
import support.RawStation;

/** Where the plugin depends on how SteVe misbehaves, the stand-in misbehaves too. How SteVe treats what stations send. */
class IncomingTrapsTest extends HostScene {

    private static String status(int connector) {
        return """
                {"connectorId":%d,"status":"Available","errorCode":"NoError"}""".formatted(connector);
    }

    private static String stop(int transaction, Instant at, int meterStop) {
        return """
                {"transactionId":%d,"timestamp":"%s","meterStop":%d}""".formatted(transaction, at, meterStop);
    }

    private static String meterValues(int transaction) {
        return """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[{"value":"1"}]}]}""".formatted(transaction, Instant.now());
    }

    @Test
    void aTransactionIsStartedBeforeTheStationHasItsAnswer() throws InterruptedException {
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        listener = event -> {
            if (event instanceof OcppTransactionStarted) {
                published.countDown();
                await(goOn);
            }
        };
        try (RawStation station = connect("T1")) {
            Thread starter = Thread.ofVirtual().start(() -> station.start(1));
            assertThat(published.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(starter.isAlive()).isTrue();
            goOn.countDown();
            starter.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSlowListenerHoldsUpOnlyItsOwnStation() {
        CountDownLatch goOn = new CountDownLatch(1);
        listener = event -> {
            if (event instanceof OcppStationStatusUpdate update
                    && update.chargeBoxId().equals("T2")) {
                await(goOn);
            }
        };
        try (RawStation slow = connect("T2");
                RawStation other = connect("T2B")) {
            Thread waiting = Thread.ofVirtual().start(() -> slow.call("StatusNotification", status(1)));
            assertThat(other.call("StatusNotification", status(1)).path(0).asInt())
                    .isEqualTo(3);
            assertThat(waiting.isAlive()).isTrue();
            goOn.countDown();
        }
    }

    @Test
    void aListenerThatThrowsSpoilsTheStationsAnswerThoughTheTransactionIsStored() {
        listener = event -> {
            if (event instanceof OcppTransactionStarted) {
                throw new IllegalStateException("listener");
            }
        };
        try (RawStation station = connect("T3")) {
            String start = """
                    {"connectorId":1,"idTag":"TAG","timestamp":"%s","meterStart":0}""".formatted(Instant.now());
            assertThat(station.call("StartTransaction", start).path(2).asString())
                    .isEqualTo("InternalError");
            assertThat(host.bean(TransactionService.class).getTransactions(new TransactionQueryForm()))
                    .anyMatch(transaction -> transaction.getChargeBoxId().equals("T3"));
        }
    }

    @Test
    void aListenerThatThrowsOnConnectClosesTheSocketWith1011() {
        listener = event -> {
            if (event instanceof OcppStationWebSocketConnected) {
                throw new IllegalStateException("listener");
            }
        };
        try (RawStation station = connect("T4")) {
            assertThat(station.closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void aStopThatMakesNoSenseIsAnsweredButEndsNothing() {
        try (RawStation station = connect("T13")) {
            int transaction = station.start(1);
            Instant now = Instant.now();
            for (String wrong : List.of(
                    stop(transaction + 1000, now, 1),
                    stop(transaction, now.minusSeconds(3600), 1),
                    stop(transaction, now, -1))) {
                assertThat(station.call("StopTransaction", wrong).path(0).asInt())
                        .isEqualTo(3);
            }
            assertThat(events(OcppTransactionEnded.class)).isZero();
            station.call("StopTransaction", stop(transaction, now.plusSeconds(1), 1));
            station.call("StopTransaction", stop(transaction, now.plusSeconds(2), 1));
            assertThat(events(OcppTransactionEnded.class)).isEqualTo(1);
        }
    }

    @Test
    void meterValuesOfAnUnknownTransactionAreAnsweredAndDropped() {
        try (RawStation station = connect("T14")) {
            int transaction = station.start(1);
            assertThat(station.call("MeterValues", meterValues(transaction + 1000))
                            .path(0)
                            .asInt())
                    .isEqualTo(3);
            assertThat(host.bean(MeterValues.class).count("T14")).isZero();
            station.call("MeterValues", meterValues(transaction));
            station.call("MeterValues", meterValues(-1));
            assertThat(host.bean(MeterValues.class).count("T14")).isEqualTo(2);
        }
    }

    @Test
    void aRepeatedStartIsPublishedAgainWithTheSameId() {
        try (RawStation station = connect("T15")) {
            String start = """
                    {"connectorId":1,"idTag":"TAG","timestamp":"2026-06-01T12:00:00Z","meterStart":0}""";
            int first = station.call("StartTransaction", start)
                    .path(2)
                    .path("transactionId")
                    .asInt();
            int second = station.call("StartTransaction", start)
                    .path(2)
                    .path("transactionId")
                    .asInt();
            assertThat(second).isEqualTo(first);
            assertThat(events(OcppTransactionStarted.class)).isEqualTo(2);
        }
    }

    @Test
    void aReconnectOverALingeringSessionIsNotAnnounced() {
        RawStation lingering = connect("T16");
        Await.until("the first is announced", () -> events(OcppStationWebSocketConnected.class) == 1);
        try (RawStation again = connect("T16")) {
            again.call("Heartbeat", "{}");
            assertThat(events(OcppStationWebSocketConnected.class)).isEqualTo(1);
            lingering.close();
            again.call("Heartbeat", "{}");
            assertThat(events(OcppStationWebSocketDisconnected.class)).isZero();
        }
        Await.until("the last one is announced", () -> events(OcppStationWebSocketDisconnected.class) == 1);
    }

    @Test
    void aStatusOfANegativeConnectorIsNotAnnounced() {
        try (RawStation station = connect("T17")) {
            assertThat(station.call("StatusNotification", status(-1)).path(0).asInt())
                    .isEqualTo(3);
            assertThat(events(OcppStationStatusUpdate.class)).isZero();
        }
    }

    @Test
    void anUnknownStationIsRefused() {
        assertThatThrownBy(() -> RawStation.connect(host.stationUrl("NOBODY"))).hasStackTraceContaining("404");
    }

    @Test
    void anActionThatNobodyKnowsIsNotImplemented() {
        try (RawStation station = connect("T18")) {
            assertThat(station.call("MakeCoffee", "{}").path(2).asString()).isEqualTo("NotImplemented");
        }
    }
}
