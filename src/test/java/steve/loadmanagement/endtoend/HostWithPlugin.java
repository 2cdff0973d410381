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

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A running host with the plugin in it, and words for what stations and operators do. */
abstract class HostWithPlugin {

    static Host host;
    static Operator operator;

    @BeforeAll
    static void startHost() {
        host = Host.start(Host.Options.on(Database.schema()));
        operator = new Operator(host.url());
        Await.until(
                "load management is on",
                () -> operator.get("/state").json().path("on").asBoolean());
    }

    @AfterAll
    static void stopHost() {
        host.close();
    }

    static RawStation connect(String id) {
        host.register(id, 1);
        return RawStation.connect(host.stationUrl(id));
    }

    static void assign(int strand, String station) {
        Operator.Answer answer = operator.post("/evses", """
                [{"chargeBoxId":"%s","evseId":1,"strand":%d,"wiring":"L1L2L3"}]""".formatted(station, strand));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** It gives 6 A to whoever hears nothing. */
    static int strandWithFallback(String name) {
        return operator.strand("""
                {"name":"%s","limitW":30000,"mode":"ACTIVE","school":"FALLBACK","fallbackMa":6000}""".formatted(name));
    }

    /** A car that charges above the fallback of its EVSE. */
    static RawStation charging(String id, int strand) {
        RawStation station = connect(id);
        assign(strand, id);
        Await.until(
                "it has its default",
                () -> !station.profiles("TxDefaultProfile").isEmpty());
        int transaction = station.start(1);
        Await.until("it has its grant", () -> !station.profiles("TxProfile").isEmpty());
        station.call("MeterValues", meterValues(transaction, "20.0"));
        return station;
    }

    static String meterValues(int transaction, String amperes) {
        return """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":"%s","measurand":"Current.Import","phase":"L1","unit":"A"},
                {"value":"%s","measurand":"Current.Import","phase":"L2","unit":"A"},
                {"value":"%s","measurand":"Current.Import","phase":"L3","unit":"A"}]}]}""".formatted(transaction, Instant.now(), amperes, amperes, amperes);
    }

    static double limit(JsonNode profile) {
        return profile.path("csChargingProfiles")
                .path("chargingSchedule")
                .path("chargingSchedulePeriod")
                .path(0)
                .path("limit")
                .asDouble();
    }

    static JsonNode evse(String station) {
        for (JsonNode evse : operator.get("/state").json().path("evses")) {
            if (evse.path("chargeBoxId").asString().equals(station)) {
                return evse;
            }
        }
        throw new AssertionError("no EVSE of " + station);
    }

    /** What the plugin knows of that station, missing where it knows nothing. */
    static JsonNode known(String station) {
        for (JsonNode known : operator.get("/quirks/stations").json()) {
            if (known.path("chargeBoxId").asString().equals(station)) {
                return known;
            }
        }
        return MissingNode.getInstance();
    }
}
