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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.Await;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** Other consumers, limits over time and the grid operator, from the outside to the station. */
class GridConnectionTest extends HostWithPlugin {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static int push(int meter, String token, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(host.url() + "/loadmanagement/meters/" + meter + "/values"))
                .header("X-Meter-Token", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static JsonNode added(String path, String json) {
        Operator.Answer answer = operator.post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static void done(Operator.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static JsonNode grid(int strand) {
        for (JsonNode one : operator.get("/grid").json()) {
            if (one.path("strand").asInt() == strand) {
                return one;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private static JsonNode strand(int id) {
        for (JsonNode one : operator.get("/state").json().path("strands")) {
            if (one.path("id").asInt() == id) {
                return one;
            }
        }
        throw new AssertionError("no strand " + id);
    }

    private static double lastLimit(RawStation station) {
        return station.profiles("TxProfile").isEmpty()
                ? -1
                : limit(station.profiles("TxProfile").getLast());
    }

    @Test
    void otherConsumersComeFirst() throws Exception {
        int strand = operator.strand("""
                {"name":"House","limitMa":{"L1":63000,"L2":63000,"L3":63000},"mode":"ACTIVE"}""");
        JsonNode meter = added("/meters", """
                {"name":"House meter","strand":%d,"kind":"HTTP_PUSH"}""".formatted(strand));
        int id = meter.path("id").asInt();
        String token = meter.path("token").asString();
        try (RawStation station = connect("G1")) {
            assign(strand, "G1");
            int transaction = station.start(1);
            Await.until(
                    "nothing while nobody has measured",
                    () -> evse("G1").path("reason").asString().contains("its meter is stale"));
            assertThat(strand(strand).path("baseLoadMa").isNull()).isTrue();
            Await.until("the meter is known", () -> !grid(strand).isMissingNode());
            assertThat(push(id, token, "{\"current.L1\":33,\"current.L2\":20,\"current.L3\":20}"))
                    .isEqualTo(204);
            Await.until("the car gets what is left", () -> lastLimit(station) == 30.0);
            assertThat(evse("G1").path("reason").asString()).contains("less other consumers of 33.0 A");
            assertThat(strand(strand).path("baseLoadMa").path("L2").asInt()).isEqualTo(20_000);
            assertThat(strand(strand).path("baseLoadW").asInt()).isEqualTo(73 * 230);

            station.call("MeterValues", meterValues(transaction, "30.0"));
            assertThat(push(id, token, "{\"current.L1\":80,\"current.L2\":60,\"current.L3\":60}"))
                    .isEqualTo(204);
            Await.until("it is cut at once", () -> lastLimit(station) < 30.0);

            assertThat(push(id, "wrong", "{\"power\":1}")).isEqualTo(401);
            assertThat(push(id + 1, token, "{\"power\":1}")).isEqualTo(401);
            assertThat(push(id, token, "{\"power\":\"NaN\"}")).isEqualTo(400);
            assertThat(push(id, token, "{\"power\":1e12}")).isEqualTo(422);
            assertThat(push(id, token, "{\"voltage\":230}")).isEqualTo(400);
            assertThat(push(id, token, "{\"power\":" + "1".repeat(100_000) + "}"))
                    .isBetween(400, 499);
            assertThat(operator.get("/meters").text()).contains("House meter").doesNotContain(token);
        }
    }

    @Test
    void nonsenseFromAMeterLosesNothingThatWasKnownAndTheNextGoodValueIsTaken() throws Exception {
        int strand = operator.strand("""
                {"name":"Mad meter","limitMa":{"L1":32000,"L2":32000,"L3":32000},"mode":"ACTIVE"}""");
        JsonNode meter = added("/meters", """
                {"name":"Mad","strand":%d,"kind":"HTTP_PUSH","maximumAgeS":86400}""".formatted(strand));
        int id = meter.path("id").asInt();
        String token = meter.path("token").asString();
        try (RawStation station = connect("G7")) {
            assign(strand, "G7");
            Await.until("the meter is known", () -> !grid(strand).isMissingNode());
            push(id, token, "{\"current.L1\":12,\"current.L2\":12,\"current.L3\":12}");
            int transaction = station.start(1);
            Await.until("the car gets what is left", () -> lastLimit(station) == 20.0);
            station.call("MeterValues", meterValues(transaction, "20.0"));
            push(id, token, "{\"current.L1\":32,\"current.L2\":32,\"current.L3\":32}");
            for (String nonsense : List.of(
                    "{\"power\":\"NaN\"}",
                    "{\"power\":\"-Infinity\"}",
                    "{\"power\":1e400}",
                    "{\"current.L1\":\"many\"}",
                    "{\"current.L1\":1}",
                    "[1]",
                    "null",
                    "{",
                    "")) {
                assertThat(push(id, token, nonsense)).as(nonsense).isBetween(400, 499);
            }
            assertThat(strand(strand).path("baseLoadMa").path("L1").asInt()).isEqualTo(12_000);
            assertThat(push(id, token, "{\"current.L1\":42,\"current.L2\":42,\"current.L3\":42}"))
                    .isEqualTo(204);
            Await.until(
                    "the next good value is taken, and what others may rise by yet is kept free",
                    () -> lastLimit(station) <= 10.0);
        }
    }

    @Test
    void theMainMeterOfAStationIsAGridMeter() {
        int strand = operator.strand("""
                {"name":"Main meter","limitMa":{"L1":40000,"L2":40000,"L3":40000},"mode":"ACTIVE"}""");
        added("/meters", """
                {"name":"Main","strand":%d,"kind":"OCPP","chargeBoxId":"G2","connectorId":0}""".formatted(strand));
        try (RawStation station = connect("G2")) {
            assign(strand, "G2");
            Await.until("the meter is known", () -> !grid(strand).isMissingNode());
            String main = meterValues(1, "25.0").replace("\"connectorId\":1,\"transactionId\":1", "\"connectorId\":0");
            station.call("MeterValues", main);
            Await.until(
                    "it is shown",
                    () -> grid(strand).path("baseLoadMa").path("L2").asInt() == 25_000);
            station.start(1);
            Await.until("the car gets what is left", () -> lastLimit(station) == 15.0);
        }
    }

    @Test
    void aLimitOverTimeBindsAndIsNamedUntilItIsWithdrawn() {
        int strand = operator.strand("""
                {"name":"Limited","limitMa":{"L1":32000,"L2":32000,"L3":32000},"mode":"ACTIVE"}""");
        int limit = added("/limits", """
                {"strand":%d,"limitW":6900,"source":"REST"}""".formatted(strand)).path("id").asInt();
        added("/limits", """
                {"strand":%d,"limitW":1000,"until":"2031-01-01T00:00:00Z","from":"2030-01-01T00:00:00Z"}""".formatted(strand));
        try (RawStation station = connect("G3")) {
            assign(strand, "G3");
            station.start(1);
            Await.until("it gets what the limit leaves", () -> lastLimit(station) == 10.0);
            assertThat(evse("G3").path("reason").asString()).contains("(from outside, by REST)");
            done(operator.delete("/limits/" + limit));
            Await.until("it gets all", () -> lastLimit(station) == 32.0);
        }
    }

    @Test
    void theGridOperatorDimsAndReleasesAndItIsOnRecord() {
        int strand = operator.strand("""
                {"name":"Dimmed","limitMa":{"L1":63000,"L2":63000,"L3":63000},"mode":"ACTIVE"}""");
        try (RawStation station = connect("G4")) {
            assign(strand, "G4");
            done(operator.post("/evses/steerable", "[{\"chargeBoxId\":\"G4\",\"evseId\":1,\"steerable\":true}]"));
            done(operator.put("/strands/" + strand + "/grid-rules", "{\"releaseS\":0}"));
            station.start(1);
            Await.until("it gets all", () -> lastLimit(station) == 32.0);
            done(operator.post("/strands/" + strand + "/grid-signal", "{\"dimmed\":true}"));
            Await.until("4.2 kW are left: 6.0 A on three phases", () -> lastLimit(station) == 6.0);
            assertThat(evse("G4").path("reason").asString()).contains("grid operator, section 14a");
            done(operator.post("/strands/" + strand + "/grid-signal", "{\"dimmed\":false,\"channel\":\"HAND\"}"));
            done(operator.post("/strands/" + strand + "/grid-signal", "{\"dimmed\":false}"));
            Await.until("it gets all again", () -> lastLimit(station) == 32.0);
            Await.until(
                    "signal, limit, power before and end are on record",
                    () -> operator.get("/strands/" + strand + "/dimmings.csv")
                            .text()
                            .matches("(?s)signalled_at,.*\r\n[^,]+Z,REST,4200,\\d+,[^,]*,\\d*,[^,]+Z\r\n"));
        }
    }

    @Test
    void whereOnlySomeAreControllableDevicesTheOthersAreLeftAlone() {
        int strand = operator.strand("""
                {"name":"Dimmed in part","limitMa":{"L1":80000,"L2":80000,"L3":80000},"mode":"ACTIVE"}""");
        try (RawStation device = connect("G5");
                RawStation other = connect("G6")) {
            assign(strand, "G5");
            assign(strand, "G6");
            done(operator.post("/evses/steerable", "[{\"chargeBoxId\":\"G5\",\"evseId\":1,\"steerable\":true}]"));
            device.start(1);
            other.start(1);
            Await.until("both get all", () -> lastLimit(device) == 32.0 && lastLimit(other) == 32.0);
            done(operator.post("/strands/" + strand + "/grid-signal", "{\"dimmed\":true}"));
            Await.until("the device is dimmed", () -> lastLimit(device) == 6.0);
            assertThat(evse("G5").path("reason").asString())
                    .isEqualTo("All that the grid operator leaves it (section 14a).");
            assertThat(lastLimit(other)).isEqualTo(32.0);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/limits | {\"strand\":%d,\"limitW\":1,\"from\":\"2026-02-01T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"} | ends after it begins",
                "/limits | {\"strand\":%d,\"limitW\":-1} | 0 W or more",
                "/limits | {\"strand\":%d,\"limitW\":1,\"until\":\"2999-01-01T00:00:00Z\"} | is before 2038",
                "/limits | {\"strand\":%d,\"limitW\":1,\"from\":\"1000-01-01T00:00:00Z\"} | is after 1970",
                "/limits | {\"strand\":%d} | a limit is in A on each phase",
                "/limits | {\"strand\":%d,\"limitW\":1,\"schedule\":\"always\",\"zone\":\"Europe/Berlin\"} | is no time of a week",
                "/limits | {\"strand\":%d,\"limitW\":1,\"schedule\":\"MON 08:00-09:00\",\"zone\":\"Mars\"} | needs a time zone",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"MODBUS_TCP\",\"host\":\"h\",\"registerMap\":\"x\"} | is one of",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"MODBUS_TCP\",\"host\":\"h\",\"registerMap\":\"abb-b23\",\"intervalMs\":-5} | from 200 ms",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"MQTT\",\"url\":\"http://h\",\"values\":{}} | begins with tcp://",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"HTTP_POLL\",\"url\":\"http://h\",\"values\":{\"volts\":{\"pointer\":\"/v\"}}} | is none of power",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"SMOKE\"} | is OCPP, MODBUS_TCP",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"MQTT\",\"url\":\"tcp://me:pw@h\",\"values\":{}} | fields of their own",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"MQTT\",\"url\":\"ssl://h\",\"certificate\":\"x\"} | is a certificate as PEM",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"MQTT\",\"url\":\"tcp://h\",\"values\":{\"power\":null}} | power needs a topic",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"HTTP_POLL\",\"url\":\"http://h\",\"values\":{\"power\":{\"factor\":1e-999999}}} | a factor is at most",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"HTTP_PUSH\",\"staleRule\":\"FIXED\",\"staleMa\":{\"L1\":1,\"L2\":null,\"L3\":1}} | for L1, L2 and L3",
                "/meters | {\"strand\":%d,\"name\":\"M\",\"kind\":\"HTTP_PUSH\",\"maximumAgeS\":-1} | from 1 s to a day",
                "/strands/%d/grid-signal | {} | is true, or false"
            })
    void whatMakesNoSenseIsRefusedWithWordsAndNothingIsStored(String path, String json, String words) {
        String before = operator.get("/limits").text() + operator.get("/meters").text();
        int strand = operator.strand("{\"name\":\"Senseless " + (path + json).hashCode() + "\",\"limitW\":20000}");
        Operator.Answer answer = operator.post(path.formatted(strand), json.formatted(strand));
        assertThat(answer.status()).as(json).isEqualTo(422);
        assertThat(answer.text()).contains(words);
        assertThat(operator.get("/limits").text() + operator.get("/meters").text())
                .satisfies(after ->
                        assertThat(after.split("\"strand\"", -1)).hasSameSizeAs(before.split("\"strand\"", -1)))
                .doesNotContain("\"name\":\"M\"");
    }
}
