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
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** What an operator tries and sets by hand: offline behaviour, wiring, quirk profiles, needs of vehicles; by REST. */
class StationsByHandTest extends HostWithPlugin {

    private static JsonNode offline(String id) {
        return operator.get("/commissioning?chargeBoxId=" + id + "&evseId=1")
                .json()
                .path("offline");
    }

    private static boolean audited(String action, String subject) {
        return operator.get("/audits?containing=" + subject).text().contains("\"" + action + "\"");
    }

    private static Operator.Answer tryOffline(String id) {
        return operator.post("/commissioning/offline", """
                {"chargeBoxId":"%s","evseId":1,"tester":"Jo"}""".formatted(id));
    }

    @Test
    void aStationThatIsBackTooEarlyIsToldSoAndTheProtocolIsKept() {
        int strand = strandWithFallback("Offline");
        try (RawStation station = charging("H1", strand)) {
            Await.until("it can be tried", () -> tryOffline("H1").status() == 200);
            assertThat(offline("H1").path("state").asString()).isEqualTo("READY");
            assertThat(offline("H1").path("fallbackMa").asInt()).isEqualTo(6000);
            assertThat(offline("H1").path("dueAt").asString()).isNotBlank();
        }
        Await.until(
                "the cut is seen", () -> offline("H1").path("state").asString().equals("CUT"));
        assertThat(operator.put("/commissioning/offline", """
                {"chargeBoxId":"H1","evseId":1,"seenMa":6000}""").text()).contains("nothing to see before");
        try (RawStation back = connect("H1")) {
            back.call("Heartbeat", "{}");
            Await.until(
                    "it is over", () -> offline("H1").path("state").asString().equals("ABORTED"));
        }
        Await.until(
                "its protocol is kept",
                () -> operator.get("/commissioning/protocols").text().contains("\"H1\""));
        JsonNode line = operator.get("/commissioning/protocols").json().path(0);
        assertThat(line.path("chargeBoxId").asString()).isEqualTo("H1");
        JsonNode kept = operator.get(
                        "/commissioning/protocols/" + line.path("id").asInt())
                .json();
        assertThat(kept.path("state").asString()).isEqualTo("SKIPPED");
        assertThat(kept.path("offline").path("why").asString())
                .isEqualTo("the station was back before its grant had to fall back");
    }

    @Test
    void withoutACarNothingCanBeTriedOffline() {
        int strand = strandWithFallback("Nobody");
        try (RawStation station = connect("H2")) {
            assign(strand, "H2");
            Await.until(
                    "it is controlled",
                    () -> !station.profiles("TxDefaultProfile").isEmpty());
            Operator.Answer answer = tryOffline("H2");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("no car charges at H2/1");
        }
    }

    @Test
    void aWiringThatNoTestFoundIsNotSet() {
        assertThat(operator.put("/commissioning/wiring", """
                        {"chargeBoxId":"NOBODY","evseId":1,"wiring":"L2L3L1"}""").status()).isEqualTo(404);
        int strand = strandWithFallback("Wiring");
        try (RawStation station = connect("H3")) {
            assign(strand, "H3");
            Await.until(
                    "it is controlled",
                    () -> !station.profiles("TxDefaultProfile").isEmpty());
            Await.until(
                    "a test waits", () -> operator.post("/commissioning", """
                                    {"chargeBoxId":"H3","evseId":1,"tester":"Jo"}""").status() == 200);
            Operator.Answer answer = operator.put("/commissioning/wiring", """
                    {"chargeBoxId":"H3","evseId":1,"wiring":"L2L3L1"}""");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("the test of H3/1 has not found that wiring");
        }
    }

    @Test
    void oneSessionHasANeedOfItsOwn() {
        int strand = strandWithFallback("Sessions");
        try (RawStation station = charging("H4", strand)) {
            assertThat(station.calls()).isNotEmpty();
            assertThat(operator.put("/vehicles/sessions", """
                            {"chargeBoxId":"H4","evseId":1,"minimumMa":9000,"neverPause":true,"wakePulse":false}""").status()).isEqualTo(204);
            JsonNode need = operator.get("/vehicles/sessions").json().path(0);
            assertThat(need.path("minimumMa").asInt()).isEqualTo(9000);
            assertThat(need.path("neverPause").asBoolean()).isTrue();
            assertThat(audited("NEED_SET", "H4")).isTrue();
            assertThat(operator.put("/vehicles/sessions", """
                            {"chargeBoxId":"H4","evseId":1,"minimumMa":4000}""").text())
                    .contains("a minimum current is from 6.0 A to 32.0 A, not 4.0 A");
            assertThat(operator.delete("/vehicles/sessions?chargeBoxId=H4&evseId=1")
                            .status())
                    .isEqualTo(204);
            assertThat(operator.get("/vehicles/sessions").json()).isEmpty();
        }
    }

    @Test
    void whereNoSessionRunsNoneHasANeed() {
        Operator.Answer answer = operator.put("/vehicles/sessions", """
                {"chargeBoxId":"NOBODY","evseId":1,"neverPause":true}""");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("no session runs at NOBODY/1");
    }

    @Test
    void whatIsWrongInAQuirkProfileStandsAtItsField() {
        Operator.Answer answer = operator.put("/quirks/profiles", """
                {"profile":" ","vendor":"[","lines":{"periods":{"value":"0","source":"me"},"unit":{"value":"A","source":""},"colour":{"value":"red","source":"me"}}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("\"profile\"", "\"vendor\"", "\"lines.periods\"", "\"lines.unit\"", "\"lines.colour\"")
                .contains("vendor is no pattern", "there is no quirk colour");
    }

    @Test
    void whoSavedAQuirkProfileStandsInTheAudit() {
        assertThat(operator.put("/quirks/profiles", """
                        {"profile":"Mine","vendor":"acme","lines":{"stack-level":{"value":"0","source":"by hand"}}}""").status()).isEqualTo(204);
        assertThat(audited("QUIRKS_SAVED", "Mine")).isTrue();
        assertThat(operator.get("/quirks/words").text()).contains("\"stack-level\"", "a whole number from 0 to 100");
        assertThat(operator.delete("/quirks/profiles?profile=Mine").status()).isEqualTo(204);
        assertThat(audited("QUIRKS_DELETED", "Mine")).isTrue();
    }
}
