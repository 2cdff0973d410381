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
import org.junit.jupiter.api.Test;
import support.Database;
import support.Host;
import support.Operator;
import support.RawStation;
import support.SoapStation;

/** Whatever fails in the plugin, stations are answered as ever. */
class SabotageTest {

    @Test
    void aPluginThatThrowsWheneverItIsToldSomethingCostsNoStationItsAnswer() {
        try (Host host = Host.start(Host.Options.on(Database.schema()).withSabotage())) {
            host.register("Q1", 1);
            host.register("Q2", 1);
            try (RawStation station = RawStation.connect(host.stationUrl("Q1"))) {
                answered(station, "BootNotification", "{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}");
                answered(
                        station,
                        "StatusNotification",
                        "{\"connectorId\":1,\"status\":\"Available\",\"errorCode\":\"NoError\"}");
                int transaction = station.start(1);
                assertThat(transaction).isPositive();
                answered(station, "MeterValues", HostWithPlugin.meterValues(transaction, "16.0"));
                answered(
                        station,
                        "StopTransaction",
                        "{\"transactionId\":%d,\"timestamp\":\"%s\",\"meterStop\":1}"
                                .formatted(transaction, Instant.now().plusSeconds(1)));
                answered(station, "Heartbeat", "{}");
            }
            try (SoapStation station = SoapStation.at(host.soapUrl(), "Q2")) {
                station.boot();
                assertThat(station.start(1)).isPositive();
            }
            assertThat(new Operator(host.url()).get("/state").status()).isEqualTo(200);
        }
    }

    private static void answered(RawStation station, String action, String payload) {
        assertThat(station.call(action, payload).path(0).asInt()).as(action).isEqualTo(3);
    }
}
