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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import support.Await;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** Stations that say who they are and what they can do, and are treated by it. */
class StationsTest extends HostWithPlugin {

    private static final String BOOT = """
            {"chargePointVendor":"%s","chargePointModel":"Home","firmwareVersion":"1.0"}""";

    private static @Nullable String profileOf(String id) {
        return known(id).path("profile").asString(null);
    }

    @Test
    void whatAStationCallsItselfChoosesItsQuirkProfile() {
        int strand = operator.strand("""
                {"name":"Quirks","limitW":10000,"mode":"ACTIVE","school":"FALLBACK","fallbackMa":6000}""");
        try (RawStation station = connect("Q1")) {
            station.call("BootNotification", BOOT.formatted("Timxon"));
            Await.until("it is known", () -> "Timxon".equals(profileOf("Q1")));
            assign(strand, "Q1");
            Await.until(
                    "it has its default",
                    () -> !station.profiles("TxDefaultProfile").isEmpty());
            station.start(1);
            Await.until(
                    "it is told by its default profile",
                    () -> station.profiles("TxDefaultProfile").size() == 2);
            assertThat(station.profiles("TxProfile")).isEmpty();
        }
    }

    @Test
    void aStationThatTakesNothingIsNotControllable() {
        int strand = operator.strand("""
                {"name":"Free","limitW":30000,"mode":"ACTIVE"}""");
        try (RawStation station = connect("Q2")) {
            station.call("BootNotification", BOOT.formatted("FoxESS"));
            Await.until("it is known", () -> "FoxESS".equals(profileOf("Q2")));
            assign(strand, "Q2");
            Await.until(
                    "the page says so",
                    () -> evse("Q2").path("word").asString("").equals("Not controllable"));
            assertThat(station.calls()).isEmpty();
        }
    }

    @Test
    void keysAreReadAsAPersonWouldAndWhatShouldBeOtherwiseIsProposed() {
        try (RawStation station = connect("Q3").configured("""
                [{"key":"meterValueSampleInterval","value":" \\"900\\" ","readonly":false},
                 {"key":"ChargingScheduleAllowedChargingRateUnit","value":"Power","readonly":true}]""")) {
            Operator.Answer keys = operator.post("/quirks/stations/keys?chargeBoxId=Q3", "");
            assertThat(keys.status()).as(keys.text()).isEqualTo(200);
            Await.until(
                    "they are kept, though SteVe asked before that station had any",
                    () -> operator.get("/quirks/stations").text().contains("\"sampleSeconds\":900"));
            JsonNode known = known("Q3");
            assertThat(known.path("capabilities").path("sampleSeconds").asInt()).isEqualTo(900);
            assertThat(known.path("capabilities").path("takesWatts").asBoolean())
                    .isTrue();
            assertThat(known.path("proposals").path(0).path("after").asString()).isEqualTo("30");
            Operator.Answer set = operator.post("/quirks/stations/configuration", """
                    {"chargeBoxId":"Q3","key":"MeterValueSampleInterval","value":"30"}""");
            assertThat(set.json().path("result").asString()).isEqualTo("set");
            assertThat(station.calls().getLast().path(3).path("value").asString())
                    .isEqualTo("30");
        }
    }

    @Test
    void aStationThatIsGoneIsAskedInVain() {
        assertThat(operator.post("/quirks/stations/keys?chargeBoxId=NOBODY", "").status())
                .isEqualTo(502);
    }

    @Test
    void anOperatorsCopyTakesThePlaceOfAShippedProfileUntilItIsDeleted() {
        assertThat(operator.put("/quirks/profiles", """
                        {"profile":"zappi","vendor":"zappi","shipped":false,
                         "lines":{"writes-a-day":{"value":"50","source":"by hand"}}}""").status()).isEqualTo(204);
        assertThat(operator.get("/quirks/profiles").text()).contains("\"50\"");
        assertThat(operator.delete("/quirks/profiles?profile=zappi").status()).isEqualTo(204);
        assertThat(operator.get("/quirks/profiles").text())
                .doesNotContain("\"50\"")
                .contains("\"zappi\"");
        assertThat(operator.delete("/quirks/profiles?profile=zappi").status()).isEqualTo(404);
    }

    @Test
    void aProfileThatMakesNoSenseIsRefusedWithTheReason() {
        Operator.Answer answer = operator.put("/quirks/profiles", """
                {"profile":"x","vendor":"x","shipped":false,"lines":{"periods":{"value":"0","source":"by hand"}}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("periods is a whole number from 1 to 1000, not 0");
    }

    @Test
    void aTestNeedsAnEvseOfAnActiveStrand() {
        Operator.Answer answer = operator.post("/commissioning", """
                {"chargeBoxId":"NOBODY","evseId":1,"tester":"Jo"}""");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("is on no strand that is controlled");
    }

    @Test
    void aCommissioningTestTellsItsFirstCurrent() {
        int strand = operator.strand("""
                {"name":"Test bench","limitW":30000,"mode":"ACTIVE"}""");
        try (RawStation station = connect("Q4")) {
            assign(strand, "Q4");
            Await.until(
                    "it has its default",
                    () -> !station.profiles("TxDefaultProfile").isEmpty());
            assertThat(operator.post("/commissioning", """
                            {"chargeBoxId":"Q4","evseId":1,"tester":"Jo"}""").status()).isEqualTo(200);
            station.start(1);
            Await.until(
                    "it is told 6 A",
                    () -> station.profiles("TxProfile").stream().anyMatch(profile -> limit(profile) == 6));
            assertThat(operator.get("/commissioning?chargeBoxId=Q4&evseId=1")
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("RUNNING");
            assertThat(operator.delete("/commissioning?chargeBoxId=Q4&evseId=1").status())
                    .isEqualTo(204);
        }
    }

    @Test
    void whatVehiclesNeedIsKept() {
        Operator.Answer added = operator.post("/vehicles", """
                {"tags":"ZOE*","minimumMa":8000,"neverPause":true,"wakePulse":false}""");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(operator.get("/vehicles").text()).contains("ZOE*").contains("8000");
        assertThat(operator.delete("/vehicles/" + added.text().strip()).status())
                .isEqualTo(204);
        assertThat(operator.get("/vehicles").text()).doesNotContain("ZOE*");
    }
}
