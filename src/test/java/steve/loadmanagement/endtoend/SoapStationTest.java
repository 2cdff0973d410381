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
import support.SoapStation;

/** Stations with OCPP-S are managed as those with OCPP-J. */
class SoapStationTest extends HostWithPlugin {

    @Test
    void aStationWithSoapIsBlockedThenGrantedAndItsReadingsAreSeen() {
        int strand = operator.strand("{\"name\":\"Soap\",\"limitW\":10000,\"school\":\"BLOCK\",\"mode\":\"ACTIVE\"}");
        host.register("S1", 1);
        try (SoapStation station = SoapStation.at(host.soapUrl(), "S1")) {
            station.boot();
            assign(strand, "S1");
            Await.until(
                    "it is blocked by default",
                    () -> !station.profiles("TxDefaultProfile").isEmpty());
            assertThat(limit(station.profiles("TxDefaultProfile").getFirst())).isZero();

            int transaction = station.start(1);
            Await.until("it has a grant", () -> !station.profiles("TxProfile").isEmpty());
            assertThat(limit(station.profiles("TxProfile").getFirst())).isEqualTo(14.4);
            assertThat(station.profiles("TxProfile")
                            .getFirst()
                            .path("csChargingProfiles")
                            .path("transactionId")
                            .asInt())
                    .isEqualTo(transaction);

            station.call("MeterValues", meterValues(transaction, "14.2"));
            Await.until(
                    "the reading is shown",
                    () -> evse("S1").path("importedMa").path("L2").asInt() == 14_200);
        }
    }
}
