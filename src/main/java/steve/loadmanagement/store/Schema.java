/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Makes and updates our tables in SteVe's schema, with a history of their own. */
public final class Schema implements Runnable {

    private static final String SCRIPTS = "classpath:steve/loadmanagement/sql";
    private static final String HISTORY = "lm_schema_history";

    private final DataSource dataSource;

    public Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Brings the tables up to date; does nothing where they are.
     *
     * @throws RuntimeException if a script fails or the database user may not make tables
     */
    @Override
    public void run() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(SCRIPTS)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
