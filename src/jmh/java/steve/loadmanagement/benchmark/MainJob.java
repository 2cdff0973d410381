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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import standin.EmbeddedMariaDb;
import standin.StandIn;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.intake.Handover;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import support.Await;
import support.Operator;
import support.RawStation;

/**
 * The main job's figures on sockets and a real database: from StartTransaction.conf to the first TxProfile at the station,
 * where there is room for it; and how long a listener of ours holds a station's thread.
 */
public final class MainJob {

    private static final int STATIONS = 30;
    private static final int HANDOVERS = 200_000;
    private static final int WARM_UP = 50_000;

    private MainJob() {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start();
                StandIn host =
                        StandIn.start(StandIn.Options.on(database.schema()).with("logging.level.root", "WARN"))) {
            Operator operator = new Operator(host.url());
            Await.until(
                    "load management is on",
                    () -> operator.get("/state").json().path("on").asBoolean());
            startToGrant(host, operator);
            handOver(host.bean(Handover.class));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void startToGrant(StandIn host, Operator operator) throws Exception {
        int strand = operator.strand("{\"name\":\"Wide\",\"limitW\":900000,\"mode\":\"ACTIVE\"}");
        List<RawStation> stations = new ArrayList<>();
        StringBuilder evses = new StringBuilder();
        for (int i = 0; i < STATIONS; i++) {
            host.register("P" + i, 1);
            stations.add(RawStation.connect(host.stationUrl("P" + i)));
            evses.append(i == 0 ? "[" : ",")
                    .append("{\"chargeBoxId\":\"P")
                    .append(i)
                    .append("\",\"evseId\":1,\"strand\":")
                    .append(strand)
                    .append('}');
        }
        operator.post("/evses", evses + "]");
        Await.until(
                "all are blocked by default",
                () -> stations.stream().noneMatch(s -> s.calls().isEmpty()));
        long[] nanos = new long[STATIONS];
        for (int i = 0; i < STATIONS; i++) {
            CompletableFuture<Long> granted = new CompletableFuture<>();
            RawStation station = stations.get(i).answering(call -> {
                if (call.toString().contains("TxProfile")) {
                    granted.complete(System.nanoTime());
                }
                return RawStation.result(call, "{\"status\":\"Accepted\"}");
            });
            station.start(1);
            long confirmed = System.nanoTime();
            nanos[i] = granted.get(20, TimeUnit.SECONDS) - confirmed;
        }
        print("StartTransaction.conf to the first TxProfile", "s", TimeUnit.SECONDS.toNanos(1), nanos);
        stations.forEach(RawStation::close);
    }

    private static void handOver(Handover handover) {
        long[] nanos = new long[HANDOVERS];
        Current current = Current.ofAmps(16);
        for (int i = 0; i < WARM_UP + HANDOVERS; i++) {
            EvseRef evse = new EvseRef("P" + i % STATIONS, 1);
            long before = System.nanoTime();
            handover.of(() -> {
                Instant now = Instant.now();
                return new Observation.MeterRead(
                        evse,
                        null,
                        new Reading(new ConductorCurrents(current, current, current), null, null, null, now, now));
            });
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - before;
            }
        }
        print("hand-over in a listener", "us", TimeUnit.MICROSECONDS.toNanos(1), nanos);
    }

    private static void print(String what, String unit, long nanosAUnit, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-46s n = %6d   median %7.2f %s   p99 %7.2f %s   worst %8.2f %s%n",
                what,
                nanos.length,
                (double) nanos[nanos.length / 2] / nanosAUnit,
                unit,
                (double) nanos[(int) (nanos.length * 0.99)] / nanosAUnit,
                unit,
                (double) nanos[nanos.length - 1] / nanosAUnit,
                unit);
    }
}
