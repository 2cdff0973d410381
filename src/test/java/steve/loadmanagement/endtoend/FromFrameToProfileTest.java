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

import org.junit.jupiter.api.Test;
import support.Await;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** A car plugs in, and its station gets a profile. */
class FromFrameToProfileTest extends HostWithPlugin {

    @Test
    void twoCarsShareAStrandOnlyAfterTheFirstOneWasSeenToFollow() {
        int strand = operator.strand("""
                {"name":"Twenty kilowatts","limitW":20000,"school":"BLOCK","mode":"ACTIVE"}""");
        try (RawStation first = connect("A1");
                RawStation second = connect("A2")) {
            assign(strand, "A1");
            assign(strand, "A2");
            Await.until(
                    "both are blocked by default",
                    () -> !first.profiles("TxDefaultProfile").isEmpty()
                            && !second.profiles("TxDefaultProfile").isEmpty());
            assertThat(limit(first.profiles("TxDefaultProfile").getFirst())).isZero();

            int one = first.start(1);
            Await.until("the first gets all", () -> !first.profiles("TxProfile").isEmpty());
            JsonNode grant = first.profiles("TxProfile").getFirst();
            assertThat(grant.path("csChargingProfiles").path("transactionId").asInt())
                    .isEqualTo(one);
            assertThat(limit(grant)).isEqualTo(28.9);
            first.call("MeterValues", meterValues(one, "28.9"));

            second.start(1);
            Await.until(
                    "the first is cut to its half",
                    () -> first.profiles("TxProfile").size() == 2);
            assertThat(limit(first.profiles("TxProfile").get(1))).isEqualTo(14.5);
            assertThat(second.profiles("TxProfile")).isEmpty();
            assertThat(evse("A2").path("reason").asString())
                    .endsWith("Held until the others are seen to have come down.");

            first.call("MeterValues", meterValues(one, "14.5"));
            Await.until(
                    "the second gets the other half",
                    () -> !second.profiles("TxProfile").isEmpty());
            assertThat(limit(second.profiles("TxProfile").getFirst())).isEqualTo(14.4);
        }
    }

    @Test
    void meterValuesThatTheHostDropsAreSeenAllTheSame() {
        int strand = operator.strand("""
                {"name":"Wide tap","limitW":20000,"mode":"OBSERVE"}""");
        try (RawStation station = connect("B1")) {
            assign(strand, "B1");
            int transaction = station.start(1);
            station.call("MeterValues", meterValues(transaction + 1000, "11.0"));
            Await.until(
                    "the reading is shown",
                    () -> evse("B1").path("importedMa").path("L2").asInt() == 11_000);
        }
    }

    @Test
    void observingShowsWhatItWouldDoAndSendsNothing() {
        int strand = operator.strand("""
                {"name":"Observed","limitW":10000,"mode":"OBSERVE"}""");
        try (RawStation station = connect("C1")) {
            assign(strand, "C1");
            station.start(1);
            Await.until("the grant is shown", () -> evse("C1").path("grantedMa").asInt() == 14_400);
            assertThat(evse("C1").path("reason").asString()).isEqualTo("All of the 10.0 kW of strand Observed (fuse).");
            assertThat(station.calls()).isEmpty();
        }
    }

    @Test
    void aStrandThatIsSwitchedOffLetsItsStationsGo() {
        String form = """
                {"name":"Switched","limitW":10000,"mode":"%s","version":0}""";
        int strand = operator.strand(form.formatted("ACTIVE"));
        try (RawStation station = connect("D1")) {
            assign(strand, "D1");
            Await.until(
                    "it is blocked by default",
                    () -> !station.profiles("TxDefaultProfile").isEmpty());
            assertThat(operator.put("/strands/" + strand, form.formatted("OFF")).status())
                    .isEqualTo(204);
            Await.until(
                    "its profiles are cleared",
                    () -> station.calls().stream()
                            .anyMatch(call -> call.path(2).asString().equals("ClearChargingProfile")));
        }
    }

    @Test
    void aStationThatRefusesIsAskedAgainAndTheOthersArePlannedWithout() {
        int strand = operator.strand("""
                {"name":"Refusing","limitW":22080,"mode":"ACTIVE"}""");
        try (RawStation refusing =
                        connect("E1").answering(call -> RawStation.result(call, "{\"status\":\"Rejected\"}"));
                RawStation other = connect("E2")) {
            assign(strand, "E1");
            assign(strand, "E2");
            Await.until(
                    "the refusal is shown",
                    () -> !refusing.calls().isEmpty()
                            && !evse("E1").path("defaultConfirmed").asBoolean());
            other.start(1);
            Await.until(
                    "the other waits, for the refusing one may take all",
                    () -> evse("E2").path("reason").asString().contains("gives nothing"));
            assertThat(other.profiles("TxProfile")).isEmpty();
            assertThat(evse("E1").path("worstMa").asInt()).isEqualTo(32_000);
        }
    }

    @Test
    void hostileFramesCostAtMostTheirOwnAnswer() {
        int strand = operator.strand("""
                {"name":"Hostile","limitW":20000,"mode":"ACTIVE"}""");
        try (RawStation station = connect("F1")) {
            assign(strand, "F1");
            int transaction = station.start(1);
            for (String payload : new String[] {
                "{}",
                "{\"connectorId\":1}",
                "{\"connectorId\":-2147483648,\"meterValue\":[]}",
                "{\"connectorId\":1,\"meterValue\":[{\"sampledValue\":[{\"value\":null}]}]}",
                "{\"connectorId\":1,\"meterValue\":[null]}",
                meterValues(transaction, "1e400"),
                meterValues(transaction, "-99999999999999999999")
            }) {
                assertThat(station.call("MeterValues", payload).path(0).asInt()).isIn(3, 4);
            }
            station.call("MeterValues", meterValues(transaction, "7.0"));
            Await.until(
                    "the sound one is shown",
                    () -> evse("F1").path("importedMa").path("L1").asInt() == 7_000);
        }
    }
}
