/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** What stations see of their central system, and the plugin counts on: the same at the stand-in and at the real SteVe. */
class HostLikenessTest extends HostWithPlugin {

    private static final int LARGEST_MESSAGE_BYTES = 8_388_608;

    private static int kind(RawStation station, String action, String payload) {
        return station.call(action, payload).path(0).asInt();
    }

    @Test
    void anUnknownStationIsRefused() {
        assertThatThrownBy(() -> RawStation.connect(host.stationUrl("NOBODY"))).hasStackTraceContaining("404");
    }

    @Test
    void aStationIdWithASignThatIsForbiddenIsRefused() {
        host.register("L=10", 1);
        assertThatThrownBy(() -> RawStation.connect(host.stationUrl("L=10"))).hasStackTraceContaining("400");
    }

    @Test
    void aStationThatSpellsItsIdInLowerCaseIsTheOneThatIsRegistered() {
        host.register("L11", 1);
        int strand = operator.strand("{\"name\":\"Spelling\",\"limitW\":11000,\"mode\":\"OBSERVE\"}");
        assign(strand, "L11");
        try (RawStation station = RawStation.connect(host.stationUrl("l11"))) {
            station.start(1);
            support.Await.until(
                    "it has a session", () -> !evse("L11").path("sessionSince").isNull());
        }
    }

    @Test
    void whatAStationCallsItselfIsReadAsItWroteItThoughTheHostEscapesIt() {
        try (RawStation station = connect("L12")) {
            station.call("BootNotification", """
                    {"chargePointVendor":"Volt & Son's","chargePointModel":"<11 kW>"}""");
            support.Await.until("it is known", () -> known("L12").path("vendor").isString());
            assertThat(known("L12").path("vendor").asString()).isEqualTo("Volt & Son's");
            assertThat(known("L12").path("model").asString()).isEqualTo("<11 kW>");
        }
    }

    @Test
    void anActionThatNobodyKnowsIsNotImplemented() {
        try (RawStation station = connect("L1")) {
            JsonNode answer = station.call("MakeCoffee", "{}");
            assertThat(answer.path(0).asInt()).isEqualTo(4);
            assertThat(answer.path(2).asString()).isEqualTo("NotImplemented");
        }
    }

    @Test
    void aPayloadThatMakesNoSenseCostsItsOwnAnswerOnly() {
        try (RawStation station = connect("L2")) {
            assertThat(kind(station, "StatusNotification", "{\"connectorId\":{}}"))
                    .isEqualTo(4);
            assertThat(kind(station, "Heartbeat", "{}")).isEqualTo(3);
        }
    }

    @Test
    void aFrameThatIsNoJsonClosesTheSocketWith1011() {
        try (RawStation station = connect("L3")) {
            station.send("{[");
            assertThat(station.closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void aMessageThatIsTooBigClosesTheSocketWith1009() {
        try (RawStation station = connect("L4")) {
            station.offer("[2,\"1\",\"DataTransfer\",{\"data\":\"" + "x".repeat(LARGEST_MESSAGE_BYTES) + "\"}]");
            assertThat(station.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void anAnswerToNoCallClosesTheSocketWith1011() {
        try (RawStation station = connect("L5")) {
            station.send("[3,\"nobody\",{}]");
            assertThat(station.closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void aRepeatedStartHasTheSameTransaction() {
        try (RawStation station = connect("L6")) {
            String start = "{\"connectorId\":1,\"idTag\":\"TAG\",\"timestamp\":\"%s\",\"meterStart\":0}"
                    .formatted(Instant.now());
            JsonNode first = station.call("StartTransaction", start);
            JsonNode second = station.call("StartTransaction", start);
            assertThat(first.path(2).path("transactionId").asInt())
                    .isPositive()
                    .isEqualTo(second.path(2).path("transactionId").asInt());
        }
    }

    @Test
    void aStopThatMakesNoSenseIsAnsweredAllTheSame() {
        try (RawStation station = connect("L7")) {
            int transaction = station.start(1);
            String stop = "{\"transactionId\":%d,\"timestamp\":\"%s\",\"meterStop\":%d}";
            Instant now = Instant.now();
            assertThat(kind(station, "StopTransaction", stop.formatted(transaction + 1000, now, 1)))
                    .isEqualTo(3);
            assertThat(kind(station, "StopTransaction", stop.formatted(transaction, now.minusSeconds(3600), 1)))
                    .isEqualTo(3);
            assertThat(kind(station, "StopTransaction", stop.formatted(transaction, now, -1)))
                    .isEqualTo(3);
        }
    }

    @Test
    void aStatusOfANegativeConnectorIsAnswered() {
        try (RawStation station = connect("L8")) {
            assertThat(kind(
                            station,
                            "StatusNotification",
                            "{\"connectorId\":-1,\"status\":\"Available\",\"errorCode\":\"NoError\"}"))
                    .isEqualTo(3);
        }
    }

    @Test
    void aStationIsAskedForItsConfigurationWhenItConnects() {
        try (RawStation station = connect("L9")) {
            support.Await.until("it is asked", station::wasAskedForItsConfiguration);
        }
    }
}
