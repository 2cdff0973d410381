/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import standin.StandIn;

/** A real SteVe in a process of its own, from the given war with the plugin installed by the plugin's own command. */
final class RealHost implements Host {

    /** SteVe alone takes twenty seconds on a machine with nothing else to do. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Pattern URL = Pattern.compile("jdbc:mariadb://([^:]+):(\\d+)/(\\w+).*");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int LONGEST_STOP_S = 60;

    private final StandIn.Database database;
    private final Process process;
    private final int port;

    private RealHost(StandIn.Database database, Process process, int port) {
        this.database = database;
        this.process = process;
        this.port = port;
    }

    static RealHost start(Options options) {
        Path home = Path.of("target", "real-steve", "home-" + COUNT.incrementAndGet())
                .toAbsolutePath();
        Path log = home.resolve("logs/steve.log");
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(log);
            int port = freePort();
            Process process = new ProcessBuilder(command(options, home, port))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("out.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitStart(process, log);
            return new RealHost(options.database(), process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that comes up too late would take over the sites of the next one. */
    private static void awaitStart(Process process, Path log) {
        boolean isStarted = false;
        try {
            Await.within(START, "SteVe is up, see " + log, () -> isUp(process, log));
            isStarted = true;
        } finally {
            if (!isStarted) {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> command(Options options, Path home, int port) {
        Matcher database = matched(options.database());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Duser.timezone=UTC",
                "-jar",
                war(options.kind()).toString(),
                "--db.ip=" + database.group(1),
                "--db.port=" + database.group(2),
                "--db.schema=" + database.group(3),
                "--db.user=" + options.database().user(),
                "--db.password=" + options.database().password(),
                "--server.host=127.0.0.1",
                "--http.port=" + port,
                "--server.port=" + port,
                "--auth.user=admin",
                "--auth.password=1234",
                "--webapi.value=1234"));
        if (options.kind() == Kind.SABOTAGED) {
            command.add("--" + saboteur.Saboteur.SWITCH + "=true");
        }
        options.settings().forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }

    private static Path war(Kind kind) {
        return switch (kind) {
            case PLAIN -> RealWar.installed();
            case WITHOUT_PLUGIN -> RealWar.given();
            case SABOTAGED -> RealWar.sabotaged();
            case NEXT -> RealWar.next();
        };
    }

    private static Matcher matched(StandIn.Database database) {
        Matcher matcher = URL.matcher(database.url());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(database.url());
        }
        return matcher;
    }

    private static boolean isUp(Process process, Path log) {
        if (!process.isAlive()) {
            throw new AssertionError("SteVe ended, see " + log);
        }
        try {
            return Files.exists(log) && Files.readString(log).contains("Started SteveApplication");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void register(String chargeBoxId, int connectors) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            insert(connection, "INSERT IGNORE INTO charge_box (charge_box_id) VALUES (?)", chargeBoxId);
            for (int connector = 1; connector <= connectors; connector++) {
                insert(
                        connection,
                        "INSERT IGNORE INTO evse (charge_box_id, evse_id, topology_source) VALUES (?, " + connector
                                + ", 'ocpp1')",
                        chargeBoxId);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, String sql, String chargeBoxId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, chargeBoxId);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("SteVe did not end in " + LONGEST_STOP_S + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
