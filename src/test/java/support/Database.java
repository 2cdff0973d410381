/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import standin.EmbeddedMariaDb;
import standin.StandIn;

/** One MariaDB server for all tests of this JVM; a schema for each that asks. */
public final class Database {

    private static final EmbeddedMariaDb SERVER = EmbeddedMariaDb.start();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }

    private Database() {}

    public static StandIn.Database schema() {
        return Host.isReal() ? real() : SERVER.schema();
    }

    /** SteVe's code has the schema's name baked in: only one at a time. */
    private static StandIn.Database real() {
        StandIn.Database database = SERVER.schema("stevedb");
        SERVER.execute("SET FOREIGN_KEY_CHECKS = 0; USE stevedb; " + String.join("; ", RealWar.tables()));
        SERVER.execute("INSERT INTO stevedb.settings (app_id, heartbeat_interval_in_seconds, hours_to_expire)"
                + " VALUES (TO_BASE64('SteckdosenVerwaltung'), 14400, 1)");
        return database;
    }

    /** The name of a schema. */
    public static String name(StandIn.Database database) {
        return database.url().replaceAll(".*/([^?]+)\\?.*", "$1");
    }

    public static void execute(String sql) {
        SERVER.execute(sql);
    }
}
