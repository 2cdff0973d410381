/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import standin.EmbeddedMariaDb;
import standin.StandIn;
import support.Await;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/**
 * From a meter frame that shows an overload to the last SetChargingProfile needed on the wire, with 100 stations on sockets
 * that all charge, and to true currents under the limit, with cars that follow after up to five seconds. Meter and stations
 * report every second. Each step the other consumers take more than is kept free for them, so that every station is cut; when
 * little is left to cut, they fall back and the stations come up again for another round.
 */
public final class GridReaction {

    private static final int STATIONS = 100;
    private static final int ROUNDS = 4;
    private static final int STEPS = 4;
    private static final int LIMIT_A = 3_700;
    private static final int FIRST_BASE_A = 500;

    /** More than the tenth of the limit that is kept free at most, and what whole steps of the stations leave. */
    private static final int STEP_A = 450;

    private static final long LONGEST_ROUND_S = 240;
    private static final int FULL_A = 2_700;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long SLOWEST_CAR_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long BETWEEN_READINGS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Charging> stations = new ArrayList<>();

    private GridReaction() {}

    private record Charging(RawStation station, int transaction, AtomicInteger told, Car car) {}

    /** Draws what its station was told, some time after it was told. */
    private static final class Car {

        private final AtomicInteger told;
        private final long delay;
        private int drawn;
        private int heard;
        private long heardAt;

        Car(AtomicInteger told, long delay) {
            this.told = told;
            this.delay = delay;
        }

        /** mA at that moment; asked often. */
        int draws(long now) {
            int newest = told.get();
            if (newest != heard) {
                heard = newest;
                heardAt = now;
            }
            if (now - heardAt >= delay) {
                drawn = heard;
            }
            return drawn;
        }
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start();
                StandIn host =
                        StandIn.start(StandIn.Options.on(database.schema()).with("logging.level.root", "WARN"))) {
            new GridReaction().run(host, new Operator(host.url()));
        }
        Runtime.getRuntime().halt(0);
    }

    private void run(StandIn host, Operator operator) throws Exception {
        Await.until(
                "load management is on",
                () -> operator.get("/state").json().path("on").asBoolean());
        int strand = operator.strand("""
                {"name":"Grid","limitMa":{"L1":%1$d,"L2":%1$d,"L3":%1$d},"mode":"ACTIVE"}""".formatted(LIMIT_A * 1000));
        JsonNode meter = operator.post("/meters", """
                {"name":"Grid meter","strand":%d,"kind":"HTTP_PUSH"}""".formatted(strand)).json();
        URI door = URI.create(
                host.url() + "/loadmanagement/meters/" + meter.path("id").asInt() + "/values");
        String token = meter.path("token").asString();
        Await.until("the meter is known", () -> !operator.get("/grid").json().isEmpty());
        connect(host, operator, strand);
        push(door, token, FIRST_BASE_A);
        start();
        List<Took> took = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            comeUp(door, token);
            double base = FIRST_BASE_A;
            for (int step = 0; step < STEPS && told() / 1000.0 + base + STEP_A > LIMIT_A; step++) {
                base += STEP_A;
                took.add(step(door, token, base));
                settle(door, token, base);
            }
        }
        print(
                "the last SetChargingProfile",
                took.stream().mapToLong(Took::onTheWire).toArray());
        print(
                "true currents under the limit",
                took.stream().mapToLong(Took::drawn).toArray());
        stations.forEach(charging -> charging.station().close());
    }

    private void connect(StandIn host, Operator operator, int strand) {
        StringBuilder evses = new StringBuilder();
        List<RawStation> connected = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            host.register("R" + i, 1);
            connected.add(RawStation.connect(host.stationUrl("R" + i)));
            evses.append(i == 0 ? "[" : ",")
                    .append("{\"chargeBoxId\":\"R%d\",\"evseId\":1,\"strand\":%d}".formatted(i, strand));
        }
        operator.post("/evses", evses + "]");
        Await.until(
                "all are blocked by default",
                () -> connected.stream().noneMatch(station -> station.calls().isEmpty()));
        for (RawStation station : connected) {
            AtomicInteger told = new AtomicInteger();
            station.answering(call -> {
                JsonNode profile = call.path(3).path("csChargingProfiles");
                if (profile.path("chargingProfilePurpose").asString("").equals("TxProfile")) {
                    told.set((int) Math.round(1000
                            * profile.path("chargingSchedule")
                                    .path("chargingSchedulePeriod")
                                    .path(0)
                                    .path("limit")
                                    .asDouble()));
                }
                return RawStation.result(call, "{\"status\":\"Accepted\"}");
            });
            long delay = SLOWEST_CAR_NANOS * (stations.size() + 1) / STATIONS;
            stations.add(new Charging(station, 0, told, new Car(told, delay)));
        }
    }

    private void start() {
        stations.replaceAll(it -> new Charging(it.station(), it.station().start(1), it.told(), it.car()));
    }

    private long told() {
        return stations.stream().mapToLong(it -> it.told().get()).sum();
    }

    /** The others take little, until the stations were told most of what they can take. */
    private void comeUp(URI door, String token) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_ROUND_S);
        while (told() < FULL_A * 1000L && System.nanoTime() < deadline) {
            frames(door, token, FIRST_BASE_A);
            LockSupport.parkNanos(BETWEEN_READINGS_NANOS);
        }
        System.out.printf(Locale.ROOT, "%d stations were told %.0f A together%n", STATIONS, told() / 1000.0);
        settle(door, token, FIRST_BASE_A);
    }

    /** Nanoseconds until what is told fits beside the other consumers, and until what truly flows does. */
    private record Took(long onTheWire, long drawn) {}

    private Took step(URI door, String token, double base) throws Exception {
        long before = System.nanoTime();
        long onTheWire = 0;
        long next = before;
        long now = before;
        while (drawn(now) / 1000.0 + base > LIMIT_A && now - before < LONGEST_NANOS) {
            if (now >= next) {
                next = now + BETWEEN_READINGS_NANOS;
                frames(door, token, base);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            now = System.nanoTime();
            onTheWire = onTheWire == 0 && told() / 1000.0 + base <= LIMIT_A ? now - before : onTheWire;
        }
        return new Took(onTheWire == 0 ? LONGEST_NANOS : onTheWire, now - before);
    }

    /** The meter, then every station, says what flows. */
    private void frames(URI door, String token, double base) throws Exception {
        push(door, token, base + drawn(System.nanoTime()) / 1000.0);
        report();
    }

    /** All cars draw what they were told, and everybody has said so. */
    private void settle(URI door, String token, double base) throws Exception {
        long from = System.nanoTime();
        while (System.nanoTime() - from < SLOWEST_CAR_NANOS + BETWEEN_READINGS_NANOS) {
            frames(door, token, base);
            LockSupport.parkNanos(BETWEEN_READINGS_NANOS);
        }
    }

    private long drawn(long now) {
        return stations.stream().mapToLong(it -> it.car().draws(now)).sum();
    }

    private void push(URI door, String token, double amps) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("X-Meter-Token", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(String.format(
                        Locale.ROOT, "{\"current.L1\":%1$.1f,\"current.L2\":%1$.1f,\"current.L3\":%1$.1f}", amps)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 204) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }

    private void report() {
        for (Charging charging : stations) {
            double amps = charging.car().draws(System.nanoTime()) / 1000.0;
            charging.station()
                    .call("MeterValues", String.format(Locale.ROOT, """
                            {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[
                            {"value":"%3$.1f","measurand":"Current.Import","phase":"L1","unit":"A"},
                            {"value":"%3$.1f","measurand":"Current.Import","phase":"L2","unit":"A"},
                            {"value":"%3$.1f","measurand":"Current.Import","phase":"L3","unit":"A"}]}]}""", charging.transaction(), Instant.now(), amps));
        }
    }

    private static void print(String until, long[] nanos) {
        long late = Arrays.stream(nanos).filter(it -> it >= LONGEST_NANOS).count();
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "overload frame to %s, %d stations   n = %d   median %.2f s   p99 %.2f s   worst %.2f s   not within 20 s: %d%n",
                until,
                STATIONS,
                nanos.length,
                nanos[nanos.length / 2] / 1e9,
                nanos[(int) (nanos.length * 0.99)] / 1e9,
                nanos[nanos.length - 1] / 1e9,
                late);
    }
}
