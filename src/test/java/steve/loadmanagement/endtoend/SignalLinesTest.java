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

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.Await;
import support.ModbusServer;
import support.Mqtt5Broker;
import support.MqttBroker;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** Control boxes and brokers dim and limit by themselves, from the wire of one device to the wire of another. */
class SignalLinesTest extends HostWithPlugin {

    private static final int UNIT = 1;

    @TempDir
    static Path folder;

    private static int added(String json) {
        Operator.Answer answer = operator.post("/signal-lines", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asInt();
    }

    private static void done(Operator.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static double lastLimit(RawStation station) {
        return station.profiles("TxProfile").isEmpty()
                ? -1
                : limit(station.profiles("TxProfile").getLast());
    }

    private static JsonNode line(int id) {
        for (JsonNode one : operator.get("/signal-lines").json()) {
            if (one.path("id").asInt() == id) {
                return one;
            }
        }
        throw new AssertionError("no signal line " + id);
    }

    private static int strand(String name, String station) {
        int strand = operator.strand("""
                {"name":"%s","limitMa":{"L1":63000,"L2":63000,"L3":63000},"mode":"ACTIVE"}""".formatted(name));
        assign(strand, station);
        done(operator.post(
                "/evses/steerable", "[{\"chargeBoxId\":\"%s\",\"evseId\":1,\"steerable\":true}]".formatted(station)));
        return strand;
    }

    @Test
    void aControlBoxDimsByItsContactAndOneThatFallsSilentLeavesTheFailSafeLimit() throws Exception {
        try (RawStation station = connect("S1")) {
            int strand = strand("Box", "S1");
            done(operator.put(
                    "/strands/" + strand + "/grid-rules",
                    "{\"releaseS\":0,\"heartbeatS\":15,\"failSafeW\":5600,\"failSafeForS\":3600}"));
            station.start(1);
            int port = ModbusServer.freePort();
            try (ModbusServer box = new ModbusServer(UNIT, port)) {
                box.coil(9, false);
                int id = added("""
                        {"strand":%d,"name":"Box","kind":"MODBUS_DIMMING","host":"127.0.0.1","port":%d,"unitId":1,
                        "contact":"COIL","address":9,"intervalMs":200}""".formatted(strand, port));
                Await.until(
                        "it is read",
                        () -> line(id).path("newest").path("says").asString().equals("RELEASED"));
                Await.until("the car gets all", () -> lastLimit(station) == 32.0);
                box.coil(9, true);
                Await.until("4.2 kW are left: 6.0 A on three phases", () -> lastLimit(station) == 6.0);
                assertThat(evse("S1").path("reason").asString()).contains("grid operator, section 14a");
                assertThat(operator.get("/strands/" + strand + "/dimmings.csv").text())
                        .contains(",CONTROL_BOX,4200,");
                box.coil(9, false);
                Await.until(
                        "it releases",
                        () -> line(id).path("newest").path("says").asString().equals("RELEASED"));
            }
            Await.until(
                    "the silence is an alarm",
                    () -> operator.get("/state")
                            .json()
                            .path("alarms")
                            .toString()
                            .contains("what it said last goes on"));
            Await.until("5.6 kW are left: 8.1 A on three phases", () -> lastLimit(station) == 8.1);
        }
    }

    @Test
    void aTopicDimsAndWhoeverDimsCounts() throws Exception {
        int port = ModbusServer.freePort();
        try (RawStation station = connect("S2");
                MqttBroker broker = new MqttBroker(folder, port, null)) {
            int strand = strand("Topic", "S2");
            done(operator.put("/strands/" + strand + "/grid-rules", "{\"releaseS\":0}"));
            station.start(1);
            broker.publish("grid/dim", "{\"state\":\"on\",\"limit\":5.6}");
            int id = added("""
                    {"strand":%d,"name":"Topic","kind":"MQTT_DIMMING","url":"tcp://127.0.0.1:%d","user":"meter",
                    "secret":"secret","topic":"grid/dim","state":{"pointer":"/state"},
                    "limit":{"pointer":"/limit","factor":1000}}""".formatted(strand, port));
            Await.until("5.6 kW are left: 8.1 A on three phases", () -> lastLimit(station) == 8.1);
            assertThat(operator.get("/signal-lines").text())
                    .contains("grid/dim")
                    .doesNotContain("\"secret\":\"");
            done(operator.post("/strands/" + strand + "/grid-signal", "{\"dimmed\":true}"));
            done(operator.post("/strands/" + strand + "/grid-signal", "{\"dimmed\":false}"));
            Await.until(
                    "the contradiction is an alarm",
                    () -> operator.get("/state")
                            .json()
                            .path("alarms")
                            .toString()
                            .contains("dimmed all the same"));
            Await.until("the topic alone counts again", () -> lastLimit(station) == 8.1);
            done(operator.delete("/signal-lines/" + id));
            Await.until("a line that is gone dims no more", () -> lastLimit(station) == 32.0);
        }
    }

    @Test
    void aTopicLimitsUntilItWithdraws() throws Exception {
        int port = ModbusServer.freePort();
        try (RawStation station = connect("S3");
                Mqtt5Broker broker = new Mqtt5Broker(port, null)) {
            int strand = strand("Limit", "S3");
            station.start(1);
            broker.publish("ems/limit", "{\"w\":6900,\"for\":3600}");
            added("""
                    {"strand":%d,"name":"EMS","kind":"MQTT_LIMIT","url":"tcp://127.0.0.1:%d","mqttVersion":5,"user":"meter",
                    "secret":"secret","topic":"ems/limit","values":{"power":{"pointer":"/w"}},
                    "validity":{"pointer":"/for"}}""".formatted(strand, port));
            Await.until("it gets what the limit leaves", () -> lastLimit(station) == 10.0);
            assertThat(evse("S3").path("reason").asString()).contains("(from outside, by MQTT)");
            broker.publish("ems/limit", "{\"w\":8280,\"for\":3600}");
            Await.until("the next takes its place", () -> lastLimit(station) == 12.0);
            assertThat(operator.get("/limits").json().toString()).containsOnlyOnce("\"MQTT\"");
            broker.publish("ems/limit", "{\"w\":6900,\"for\":0}");
            Await.until("it is withdrawn", () -> lastLimit(station) == 32.0);
        }
    }

    @Test
    void aSecondLineOfAKindIsRefusedAndAChangeKeepsTheSecret() {
        int strand = operator.strand("{\"name\":\"Twice\",\"limitW\":20000}");
        String json = """
                {"strand":%d,"name":"%s","kind":"MQTT_DIMMING","url":"tcp://127.0.0.1:1","topic":"t","version":%d}""";
        int id = added(json.formatted(strand, "First", 0).replace("}", ",\"secret\":\"hidden\"}"));
        assertThat(operator.put(
                                "/signal-lines/" + id,
                                json.formatted(strand, "Elsewhere", 0).replace("127.0.0.1", "127.0.0.2"))
                        .text())
                .as("a stored password goes nowhere else")
                .contains("give the password again");
        assertThat(operator.post("/signal-lines", json.formatted(strand, "Second", 0))
                        .status())
                .isEqualTo(409);
        done(operator.put("/signal-lines/" + id, json.formatted(strand, "Renamed", 0)));
        assertThat(line(id).path("line").toString())
                .contains("\"name\":\"Renamed\"", "\"kind\":\"MQTT_DIMMING\"", "\"topic\":\"t\"", "\"version\":1")
                .doesNotContain("hidden");
        assertThat(operator.get("/audits").text()).contains("SIGNAL_LINE_ADDED", "SIGNAL_LINE_CHANGED");
        assertThat(operator.put("/signal-lines/" + id, json.formatted(strand, "Late", 0))
                        .status())
                .isEqualTo(409);
        assertThat(operator.put("/signal-lines/999999", json.formatted(strand, "None", 0))
                        .status())
                .isEqualTo(404);
        done(operator.delete("/signal-lines/" + id));
        assertThat(operator.delete("/signal-lines/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"SMOKE\"} | is MQTT_DIMMING, MQTT_LIMIT or MODBUS_DIMMING",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MODBUS_DIMMING\",\"host\":\"h\",\"address\":-1,\"contact\":\"COIL\"} | is from 0 to 65535",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MODBUS_DIMMING\",\"host\":\"h\",\"address\":1,\"contact\":\"RELAY\"} | is COIL or INPUT",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MODBUS_DIMMING\",\"host\":\"h\",\"address\":1,\"contact\":\"COIL\",\"intervalMs\":-5} | from 200 ms",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_DIMMING\",\"url\":\"tcp://h\",\"topic\":\"a/#\"} | one topic, without # and +",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_DIMMING\",\"url\":\"tcp://me:pw@h\",\"topic\":\"a\"} | fields of their own",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_DIMMING\",\"url\":\"ssl://h\",\"topic\":\"a\",\"certificate\":\"x\"} | is a certificate as PEM",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_DIMMING\",\"url\":\"tcp://h\",\"topic\":\"a\",\"state\":{\"pointer\":\"x\"}} | begins with /",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_LIMIT\",\"url\":\"tcp://h\",\"topic\":\"a\",\"values\":{}} | say where the power",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_LIMIT\",\"url\":\"tcp://h\",\"topic\":\"a\",\"values\":{\"current.L1\":{}}} | each of the three phases",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_LIMIT\",\"url\":\"tcp://h\",\"topic\":\"a\",\"values\":{\"power\":{\"factor\":1e99}}} | a factor is at most",
                "{\"strand\":%d,\"name\":\"L\",\"kind\":\"MQTT_LIMIT\",\"url\":\"tcp://h\",\"topic\":\"a\",\"values\":{\"power\":{}},\"validForS\":-1} | from 1 s to a year"
            })
    void whatMakesNoSenseIsRefusedWithWordsAndNothingIsStored(String json, String words) {
        int strand = operator.strand("{\"name\":\"Senseless " + json.hashCode() + "\",\"limitW\":20000}");
        Operator.Answer answer = operator.post("/signal-lines", json.formatted(strand));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains(words);
        assertThat(operator.get("/signal-lines").text()).doesNotContain("\"name\":\"L\"");
    }
}
