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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import standin.StandIn;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** SteVe stops and starts again while cars charge; the operator updates SteVe. */
class RestartTest {

    private static final int CARS = 20;

    private static Operator on(Host host) {
        Operator operator = new Operator(host.url());
        Await.until("it is on", () -> operator.get("/state").json().path("on").asBoolean());
        return operator;
    }

    private static List<JsonNode> evses(Operator operator) {
        return StreamSupport.stream(operator.get("/state").json().path("evses").spliterator(), false)
                .toList();
    }

    /** Cars that follow at once, and say so again and again. */
    private static final class Cars implements AutoCloseable {

        private static final int EVERY_MS = 200;

        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final List<RawStation> stations = new CopyOnWriteArrayList<>();

        /** A car at that station; charges at what its newest profile allows, 4 A before one came. */
        RawStation at(Host host, String id, AtomicInteger transaction) {
            RawStation station = RawStation.connect(host.stationUrl(id));
            stations.add(station);
            clock.scheduleAtFixedRate(() -> report(station, transaction.get()), 0, EVERY_MS, TimeUnit.MILLISECONDS);
            return station;
        }

        private static void report(RawStation station, int transaction) {
            List<JsonNode> profiles = station.profiles("TxProfile");
            double amperes = profiles.isEmpty() ? 4 : HostWithPlugin.limit(profiles.getLast());
            if (transaction > 0) {
                station.call("MeterValues", HostWithPlugin.meterValues(transaction, String.valueOf(amperes)));
            }
        }

        @Override
        public void close() {
            clock.shutdownNow();
            stations.forEach(RawStation::close);
        }
    }

    @Test
    void aSecondStartFindsTheTablesAndTheStrandsAndMigratesNothing() {
        StandIn.Database database = Database.schema();
        try (Host first = Host.start(Host.Options.on(database))) {
            on(first).strand("{\"name\":\"Kept\",\"limitW\":5000}");
        }
        List<String> migrated = Database.migrations(database);
        assertThat(migrated).isNotEmpty();
        try (Host second = Host.start(Host.Options.on(database))) {
            assertThat(on(second).get("/state").text()).contains("Kept");
        }
        assertThat(Database.migrations(database)).isEqualTo(migrated);
    }

    @Test
    void anotherVersionOfSteveFindsTheStrandsAndServesTheStations() {
        StandIn.Database database = Database.schema();
        int strand;
        try (Host older = Host.start(Host.Options.on(database))) {
            strand = on(older).strand("{\"name\":\"Kept\",\"limitW\":10000,\"mode\":\"ACTIVE\"}");
        }
        try (Host newer = Host.start(Host.Options.on(database).withNextWar())) {
            Operator operator = on(newer);
            newer.register("U1", 1);
            try (RawStation station = RawStation.connect(newer.stationUrl("U1"))) {
                assertThat(operator.post("/evses", "[{\"chargeBoxId\":\"U1\",\"evseId\":1,\"strand\":" + strand + "}]")
                                .status())
                        .isEqualTo(204);
                Await.until(
                        "it is blocked",
                        () -> !station.profiles("TxDefaultProfile").isEmpty());
                station.start(1);
                Await.until(
                        "it has a grant", () -> !station.profiles("TxProfile").isEmpty());
            }
        }
    }

    @Test
    void afterARestartNothingIsRaisedBeforeItsStationIsHeardAndNoneOfTwentySessionsIsLost() {
        StandIn.Database database = Database.schema();
        Host.Options options = Host.Options.on(database).with("load-management.rate", "1s");
        List<AtomicInteger> transactions =
                IntStream.range(0, CARS).mapToObj(_ -> new AtomicInteger()).toList();
        try (Host first = Host.start(options)) {
            Operator operator = on(first);
            charge(first, operator, transactions);
        }
        try (Host second = Host.start(options)) {
            Operator operator = on(second);
            Await.until("all count as before", () -> shares(operator, 16_000) == CARS);
            try (Cars cars = new Cars()) {
                List<RawStation> heard = IntStream.range(0, CARS / 2)
                        .mapToObj(car -> cars.at(second, "R" + car, transactions.get(car)))
                        .toList();
                Await.until(
                        "those that are heard are told again",
                        () -> heard.stream()
                                .noneMatch(
                                        station -> station.profiles("TxProfile").isEmpty()));
                Instant told = Instant.now();
                Await.until("some cycles went by", () -> cycle(operator).isAfter(told.plusSeconds(3)));
                assertThat(heard)
                        .flatExtracting(station -> station.profiles("TxProfile"))
                        .allSatisfy(profile ->
                                assertThat(HostWithPlugin.limit(profile)).isLessThanOrEqualTo(16.0));
            }
            assertThat(evses(operator))
                    .hasSize(CARS)
                    .noneMatch(evse -> evse.path("sessionSince").isNull());
        }
    }

    private static Instant cycle(Operator operator) {
        return Instant.parse(operator.get("/state")
                .json()
                .path("strands")
                .path(0)
                .path("cycleAt")
                .asString());
    }

    private static long shares(Operator operator, int worstMa) {
        return evses(operator).stream()
                .filter(evse -> evse.path("worstMa").asInt() == worstMa)
                .count();
    }

    /** Twenty cars, 320 A, each at its 16 A. */
    private static void charge(Host host, Operator operator, List<AtomicInteger> transactions) {
        int strand = operator.strand(
                "{\"name\":\"Twenty\",\"limitMa\":{\"L1\":320000,\"L2\":320000,\"L3\":320000},\"mode\":\"ACTIVE\"}");
        try (Cars cars = new Cars()) {
            for (int car = 0; car < CARS; car++) {
                String id = "R" + car;
                host.register(id, 1);
                RawStation station = cars.at(host, id, transactions.get(car));
                Operator.Answer assigned = operator.post("/evses", """
                        [{"chargeBoxId":"%s","evseId":1,"strand":%d,"wiring":"L1L2L3"}]""".formatted(id, strand));
                assertThat(assigned.status()).as(assigned.text()).isEqualTo(204);
                transactions.get(car).set(station.start(1));
            }
            Await.until("each has its share", () -> shares(operator, 16_000) == CARS);
        }
    }

    @Test
    void afterARestartTheGrantIsSaidAgainAndNothingIsForgotten() {
        StandIn.Database database = Database.schema();
        int transaction;
        try (Host first = Host.start(Host.Options.on(database))) {
            Operator operator = on(first);
            int strand = operator.strand("{\"name\":\"Kept\",\"limitW\":10000,\"mode\":\"ACTIVE\"}");
            first.register("I1", 1);
            try (RawStation station = RawStation.connect(first.stationUrl("I1"))) {
                operator.post("/evses", "[{\"chargeBoxId\":\"I1\",\"evseId\":1,\"strand\":" + strand + "}]");
                Await.until(
                        "it is blocked",
                        () -> !station.profiles("TxDefaultProfile").isEmpty());
                transaction = station.start(1);
                Await.until(
                        "it has a grant", () -> !station.profiles("TxProfile").isEmpty());
            }
        }
        try (Host second = Host.start(Host.Options.on(database))) {
            Operator operator = new Operator(second.url());
            Await.until(
                    "what was granted still counts",
                    () -> operator.get("/state")
                                    .json()
                                    .path("evses")
                                    .path(0)
                                    .path("worstMa")
                                    .asInt()
                            == 14_400);
            try (RawStation station = RawStation.connect(second.stationUrl("I1"))) {
                station.call("Heartbeat", "{}");
                Await.until(
                        "the grant is said again",
                        () -> !station.profiles("TxProfile").isEmpty());
                assertThat(station.profiles("TxProfile")
                                .getFirst()
                                .path("csChargingProfiles")
                                .path("transactionId")
                                .asInt())
                        .isEqualTo(transaction);
            }
        }
    }
}
