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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import standin.StandIn;
import support.Await;
import support.Database;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** A car plugs in, and its station gets a profile. */
class FromFrameToProfileTest {

    private static StandIn host;
    private static Operator operator;

    @BeforeAll
    static void startHost() {
        host = StandIn.start(StandIn.Options.on(Database.schema()));
        operator = new Operator(host.url());
        Await.until(
                "load management is on",
                () -> operator.get("/state").json().path("on").asBoolean());
    }

    @AfterAll
    static void stopHost() {
        host.close();
    }

    private static void assign(int strand, String station) {
        Operator.Answer answer = operator.post("/evses", """
                [{"chargeBoxId":"%s","evseId":1,"strand":%d,"wiring":"L1L2L3"}]""".formatted(station, strand));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static String meterValues(int transaction, String amperes) {
        return """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":"%s","measurand":"Current.Import","phase":"L1","unit":"A"},
                {"value":"%s","measurand":"Current.Import","phase":"L2","unit":"A"},
                {"value":"%s","measurand":"Current.Import","phase":"L3","unit":"A"}]}]}""".formatted(transaction, java.time.Instant.now(), amperes, amperes, amperes);
    }

    private static double limit(JsonNode profile) {
        return profile.path("csChargingProfiles")
                .path("chargingSchedule")
                .path("chargingSchedulePeriod")
                .path(0)
                .path("limit")
                .asDouble();
    }

    @Test
    void twoCarsShareAStrandOnlyAfterTheFirstOneWasSeenToFollow() {
        host.register("A1", 1);
        host.register("A2", 1);
        int strand = operator.strand("""
                {"name":"Twenty kilowatts","limitW":20000,"school":"BLOCK","mode":"ACTIVE"}""");
        try (RawStation first = RawStation.connect(host.stationUrl("A1"));
                RawStation second = RawStation.connect(host.stationUrl("A2"))) {
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

            first.call("MeterValues", meterValues(one, "14.5"));
            Await.until(
                    "the second gets the other half",
                    () -> !second.profiles("TxProfile").isEmpty());
            assertThat(limit(second.profiles("TxProfile").getFirst())).isEqualTo(14.4);
        }
    }
}
