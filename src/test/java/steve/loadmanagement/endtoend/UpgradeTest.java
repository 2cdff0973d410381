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

import java.io.File;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import standin.StandIn;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;

/** A newer plugin takes over the tables of an older one. */
class UpgradeTest {

    /** Every version of the tables there has been, the newest included. */
    static Stream<Integer> versions() {
        String[] scripts = Objects.requireNonNull(new File("sql").list((_, name) -> name.matches("V\\d+__.*\\.sql")));
        return Arrays.stream(scripts)
                .map(name -> Integer.valueOf(name.replaceAll("V(\\d+)__.*", "$1")))
                .sorted();
    }

    @ParameterizedTest(name = "from version {0}")
    @MethodSource("versions")
    void theTablesOfAnOlderPluginAreBroughtUpToDateAndNothingInThemIsLost(int version) {
        StandIn.Database database = Database.schema();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:steve/loadmanagement/sql")
                .table("lm_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(String.valueOf(version))
                .load()
                .migrate();
        String schema = Database.name(database);
        Database.execute("INSERT INTO " + schema + ".lm_strand (name, limit_w, mode) VALUES ('Old', 7000, 'OBSERVE')");
        Database.execute("INSERT INTO " + schema + ".lm_evse (charge_box_id, evse_id, strand_pk, rating_ma)"
                + " SELECT 'O1', 1, strand_pk, 16000 FROM " + schema + ".lm_strand");
        try (Host host = Host.start(Host.Options.on(database))) {
            Operator operator = new Operator(host.url());
            Await.until(
                    "it is on", () -> operator.get("/state").json().path("on").asBoolean());
            assertThat(operator.get("/state")
                            .json()
                            .path("strands")
                            .path(0)
                            .path("limitW")
                            .asInt())
                    .isEqualTo(7000);
            assertThat(operator.get("/state")
                            .json()
                            .path("evses")
                            .path(0)
                            .path("chargeBoxId")
                            .asString())
                    .isEqualTo("O1");
        }
    }
}
