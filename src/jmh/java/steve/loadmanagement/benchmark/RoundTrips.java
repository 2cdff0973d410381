/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import standin.StandIn;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;

/**
 * Round trips of MeterValues at three hosts on one database: two of SteVe alone and one with the plugin. How far the two of
 * SteVe alone differ is what such a comparison cannot tell. Bursts take turns, each order as often as the others, so that
 * a slow moment of the machine hits all.
 */
final class RoundTrips {

    private static final int STATIONS = 100;
    private static final int MESSAGES_A_SECOND = Integer.getInteger("rate", 1000);
    private static final int WARM_UP_S = Integer.getInteger("warmup", 180);
    private static final int WARM_UP_STEP_S = 10;
    static final int BURSTS = Integer.getInteger("bursts", 48);
    private static final int BURST_S = 2;
    private static final int[][] ORDERS = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {0, 2, 1}, {2, 0, 1}, {1, 0, 2}};
    private static final double NANOS_A_MILLI = 1e6;

    private RoundTrips() {}

    /** What was measured at a host: the round trips of each burst, ns; and the processor time of its process, ms. */
    private static final class Measured {

        private final Host host;
        private final MeterLoad load;
        private final List<long[]> bursts = new ArrayList<>();
        private Duration used = Duration.ZERO;

        Measured(Host host, String prefix) {
            this.host = host;
            this.load = new MeterLoad(host, prefix, STATIONS);
        }

        void burst() {
            Duration before = ProcessMemory.processorTime(host.pid());
            bursts.add(load.burst(MESSAGES_A_SECOND, BURST_S));
            used = used.plus(ProcessMemory.processorTime(host.pid()).minus(before));
        }

        double processorTime() {
            return used.toNanos()
                    / NANOS_A_MILLI
                    / bursts.stream().mapToInt(burst -> burst.length).sum();
        }
    }

    static void measure() {
        StandIn.Database database = Database.schema();
        Host.Options alone = Host.Options.on(database).withoutPlugin();
        try (Host plain = Host.start(alone);
                Host managed = Host.start(Host.Options.on(database));
                Host again = Host.start(alone)) {
            Operator operator = new Operator(managed.url());
            Await.until(
                    "it is on", () -> operator.get("/state").json().path("on").asBoolean());
            List<Measured> hosts =
                    List.of(new Measured(plain, "P"), new Measured(again, "A"), new Measured(managed, "M"));
            observe(operator);
            warmUp(hosts);
            for (int i = 0; i < BURSTS; i++) {
                for (int host : ORDERS[i % ORDERS.length]) {
                    hosts.get(host).burst();
                }
            }
            print(hosts.get(0), hosts.get(1), hosts.get(2));
            hosts.forEach(host -> host.load.close());
        }
    }

    /** All three at once, which takes them less long; prints the medians, which should have stopped to fall. */
    private static void warmUp(List<Measured> hosts) {
        for (int second = 0; second < WARM_UP_S; second += WARM_UP_STEP_S) {
            List<CompletableFuture<Double>> medians = hosts.stream()
                    .map(host -> CompletableFuture.supplyAsync(
                            () -> quantile(List.of(host.load.burst(MESSAGES_A_SECOND, WARM_UP_STEP_S)), 0.5),
                            Thread::startVirtualThread))
                    .toList();
            System.out.println("warm-up, medians, ms"
                    + medians.stream()
                            .map(median -> String.format(Locale.ROOT, " %8.3f", median.join()))
                            .collect(joining()));
        }
    }

    /** All stations on one strand that is observed. */
    private static void observe(Operator operator) {
        int strand = operator.strand("{\"name\":\"All\",\"limitW\":500000,\"mode\":\"OBSERVE\"}");
        StringBuilder evses = new StringBuilder();
        for (int i = 0; i < STATIONS; i++) {
            evses.append(i == 0 ? "[" : ",")
                    .append("{\"chargeBoxId\":\"M%d\",\"evseId\":1,\"strand\":%d}".formatted(i, strand));
        }
        operator.post("/evses", evses + "]");
    }

    private static void print(Measured plain, Measured again, Measured managed) {
        System.out.printf(
                Locale.ROOT, "MeterValues: %d, %d, %d round trips%n", count(plain), count(again), count(managed));
        for (double q : new double[] {0.5, 0.9, 0.95, 0.99}) {
            System.out.printf(
                    Locale.ROOT,
                    "MeterValues p%-4.3g ms   without %7.3f and %7.3f   with %7.3f   ratio %s   of without to itself %s%n",
                    q * 100,
                    quantile(plain.bursts, q),
                    quantile(again.bursts, q),
                    quantile(managed.bursts, q),
                    Ratio.of(managed.bursts, both(plain, again), q),
                    Ratio.of(again.bursts, plain.bursts.stream().map(List::of).toList(), q));
        }
        System.out.printf(
                Locale.ROOT,
                "processor time, ms a message   without %6.3f and %6.3f   with %6.3f%n",
                plain.processorTime(),
                again.processorTime(),
                managed.processorTime());
    }

    private static int count(Measured measured) {
        return measured.bursts.stream().mapToInt(burst -> burst.length).sum();
    }

    private static List<List<long[]>> both(Measured plain, Measured again) {
        List<List<long[]>> rounds = new ArrayList<>();
        for (int i = 0; i < BURSTS; i++) {
            rounds.add(List.of(plain.bursts.get(i), again.bursts.get(i)));
        }
        return rounds;
    }

    /** Of all round trips in these bursts, ms. */
    private static double quantile(List<long[]> bursts, double q) {
        long[] sorted = bursts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return sorted[(int) (sorted.length * q)] / NANOS_A_MILLI;
    }

    /** A ratio of quantiles, and between which two it lies in 95 of 100 draws of the same rounds. */
    private record Ratio(double value, double low, double high) {

        private static final int DRAWS = 1000;

        static Ratio of(List<long[]> bursts, List<List<long[]>> against, double q) {
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
            double[] drawn = new double[DRAWS];
            for (int draw = 0; draw < DRAWS; draw++) {
                List<long[]> some = new ArrayList<>();
                List<long[]> others = new ArrayList<>();
                for (int i = 0; i < bursts.size(); i++) {
                    int round = random.nextInt(bursts.size());
                    some.add(bursts.get(round));
                    others.addAll(against.get(round));
                }
                drawn[draw] = quantile(some, q) / quantile(others, q);
            }
            Arrays.sort(drawn);
            List<long[]> all = against.stream().flatMap(List::stream).toList();
            return new Ratio(
                    quantile(bursts, q) / quantile(all, q), drawn[DRAWS * 25 / 1000], drawn[DRAWS * 975 / 1000]);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, low, high);
        }
    }
}
