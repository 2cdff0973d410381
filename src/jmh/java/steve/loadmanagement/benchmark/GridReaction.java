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
import java.util.function.ToIntFunction;
import org.slf4j.LoggerFactory;
import standin.EmbeddedMariaDb;
import standin.StandIn;
import support.Await;
import support.Operator;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/**
 * From a meter frame that shows an overload to the last SetChargingProfile needed on the wire, with 100 stations on sockets
 * that all charge; then to true currents under the limit, with cars that follow after up to five seconds. Each step the other
 * consumers take a little more, so that every station is cut; then the stations report what their cars draw.
 */
public final class GridReaction {

    private static final int STATIONS = 100;
    private static final int STEPS = 60;
    private static final int STEPS_WITH_CARS = 20;
    private static final int WARM_UP = 5;
    private static final int LIMIT_A = 3_700;
    private static final int FIRST_BASE_A = 40;
    private static final int STEP_A = 25;
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
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (told() < STATIONS * 31_000 && System.nanoTime() < deadline) {
            push(door, token, FIRST_BASE_A + told() / 1000.0);
            report();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        long[] nanos = new long[STEPS];
        double base = FIRST_BASE_A + 360;
        for (int step = -WARM_UP; step < STEPS; step++) {
            base += STEP_A;
            long took = step(door, token, base);
            if (step >= 0) {
                nanos[step] = took;
            }
            report();
        }
        print("the last SetChargingProfile", nanos);
        long[] withCars = new long[STEPS_WITH_CARS];
        settle(door, token, base);
        for (int step = 0; step < STEPS_WITH_CARS; step++) {
            base += STEP_A;
            withCars[step] = stepWithCars(door, token, base);
            settle(door, token, base);
        }
        print("true currents under the limit", withCars);
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

    /** The nanoseconds until what is told fits beside the other consumers. */
    private long step(URI door, String token, double base) throws Exception {
        double flows = base + told() / 1000.0;
        long before = System.nanoTime();
        push(door, token, flows);
        while (told() / 1000.0 + base > LIMIT_A && System.nanoTime() - before < LONGEST_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return System.nanoTime() - before;
    }

    /** The nanoseconds until what truly flows fits beside the other consumers; meter and stations report every second. */
    private long stepWithCars(URI door, String token, double base) throws Exception {
        long before = System.nanoTime();
        long now = before;
        long next = before;
        while (drawn(now) / 1000.0 + base > LIMIT_A && now - before < LONGEST_NANOS) {
            if (now >= next) {
                next = now + BETWEEN_READINGS_NANOS;
                push(door, token, base + drawn(now) / 1000.0);
                report(charging -> charging.car().draws(System.nanoTime()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            now = System.nanoTime();
        }
        return now - before;
    }

    /** All cars draw what they were told, and everybody has said so. */
    private void settle(URI door, String token, double base) throws Exception {
        long from = System.nanoTime();
        while (System.nanoTime() - from < SLOWEST_CAR_NANOS + BETWEEN_READINGS_NANOS) {
            push(door, token, base + drawn(System.nanoTime()) / 1000.0);
            report(charging -> charging.car().draws(System.nanoTime()));
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

    /** Every car draws what its station was told. */
    private void report() {
        report(charging -> charging.told().get());
    }

    /** @param milliamperes what the car draws */
    private void report(ToIntFunction<Charging> milliamperes) {
        for (Charging charging : stations) {
            double amps = milliamperes.applyAsInt(charging) / 1000.0;
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
