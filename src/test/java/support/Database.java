/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    /**
     * SteVe's code has the schema's name baked in: only one at a time. A view that stands on another one is tried again
     * after it.
     */
    private static StandIn.Database real() {
        StandIn.Database database = SERVER.schema("stevedb");
        Deque<String> statements = new ArrayDeque<>(RealWar.tables());
        for (int attempts = statements.size() * 2; !statements.isEmpty(); attempts--) {
            String statement = statements.remove();
            try {
                SERVER.execute("USE stevedb; " + statement);
            } catch (IllegalStateException e) {
                if (attempts == 0) {
                    throw e;
                }
                statements.add(statement);
            }
        }
        SERVER.execute("INSERT INTO stevedb.settings (app_id, heartbeat_interval_in_seconds, hours_to_expire)"
                + " VALUES (TO_BASE64('SteckdosenVerwaltung'), 14400, 1)");
        return database;
    }

    /** The name of a schema. */
    public static String name(StandIn.Database database) {
        return database.url().replaceAll(".*/([^?]+)\\?.*", "$1");
    }

    /** The migrations of the plugin so far, each with the time at which it ran. */
    public static List<String> migrations(StandIn.Database database) {
        return SERVER.strings("SELECT CONCAT(version, ' ', installed_on) FROM " + name(database)
                + ".lm_schema_history ORDER BY installed_rank");
    }

    public static void execute(String sql) {
        SERVER.execute(sql);
    }
}
