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
import standin.StandIn;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;
import support.RawStation;

/** What must not hurt SteVe: tables that cannot be made, a migration that fails; and a second start. */
class WithoutRightsTest {

    private static void runsOffWith(StandIn.Database database, String why) {
        try (Host host = Host.start(Host.Options.on(database))) {
            Operator operator = new Operator(host.url());
            Await.until(
                    "it says why it is off",
                    () -> operator.get("/state").json().path("why").asString().contains(why));
            assertThat(operator.get("/state").json().path("on").asBoolean()).isFalse();
            assertThat(operator.post("/strands", "{\"name\":\"X\",\"limitW\":5000}")
                            .status())
                    .isEqualTo(503);
            host.register("H1", 1);
            try (RawStation station = RawStation.connect(host.stationUrl("H1"))) {
                assertThat(station.start(1)).isPositive();
            }
        }
    }

    @Test
    void aDatabaseUserWhoMayNotMakeTablesLeavesLoadManagementOffAndSteveUp() {
        StandIn.Database database = Database.schema();
        String schema = Database.name(database);
        Host.start(Host.Options.on(database).with("load-management.enabled", "false"))
                .close();
        Database.execute("CREATE USER 'narrow'@'localhost' IDENTIFIED BY 'narrow'");
        Database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema + ".* TO 'narrow'@'localhost'");
        runsOffWith(new StandIn.Database(database.url(), "narrow", "narrow"), "CREATE command denied");
    }

    @Test
    void aMigrationThatFailsLeavesLoadManagementOffAndSteveUp() {
        StandIn.Database database = Database.schema();
        String schema = Database.name(database);
        Database.execute("CREATE TABLE " + schema + ".lm_evse (something_else INT)");
        runsOffWith(database, "lm_evse");
    }

    @Test
    void aHistoryOfALaterVersionLeavesLoadManagementOffAndSteveUp() {
        StandIn.Database database = Database.schema();
        String schema = Database.name(database);
        try (Host first = Host.start(Host.Options.on(database))) {
            Operator operator = new Operator(first.url());
            Await.until(
                    "it is on", () -> operator.get("/state").json().path("on").asBoolean());
        }
        Database.execute("UPDATE " + schema + ".lm_schema_history SET checksum = 1 WHERE version = '1'");
        runsOffWith(database, "checksum");
    }
}
