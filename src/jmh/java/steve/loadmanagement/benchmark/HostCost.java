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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.slf4j.LoggerFactory;
import standin.StandIn;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;

/**
 * What SteVe pays for the plugin: its start, its memory after start, and the round trip of MeterValues, with the plugin
 * against without, in turns. In a real SteVe where a war is given ({@code -Dsteve.war=F}, and the plugin is packed
 * already), else in the stand-in. {@code -Dbenchmark.rate=N} sets how many messages a second all stations send together.
 */
public final class HostCost {

    private static final int STARTS = Integer.getInteger("starts", 3);
    private static final int STATIONS = 100;
    private static final int MESSAGES_A_SECOND = Integer.getInteger("rate", 1000);
    private static final int WARM_UP_BURSTS = 4;
    private static final int BURSTS = Integer.getInteger("bursts", 12);
    private static final int BURST_S = 5;
    private static final double NANOS_A_MILLI = 1e6;

    private HostCost() {}

    private record Start(double seconds, ProcessMemory memory) {}

    /** Round trips of one burst: ms, ms, messages a second. */
    private record Burst(double median, double p99, double rate) {

        static Burst of(long[] nanos) {
            return new Burst(
                    nanos[nanos.length / 2] / NANOS_A_MILLI,
                    nanos[(int) (nanos.length * 0.99)] / NANOS_A_MILLI,
                    nanos.length / (double) BURST_S);
        }
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        System.out.println(Host.isReal() ? "in a real SteVe" : "in the stand-in (one process: memory says little)");
        starts();
        roundTrips();
        System.exit(0);
    }

    private static void starts() {
        List<Start> without = new ArrayList<>();
        List<Start> with = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            without.add(start(Host.Options.on(Database.schema()).withoutPlugin(), false));
            with.add(start(Host.Options.on(Database.schema()), true));
        }
        compare("start, s", without, with, Start::seconds);
        compare("resident, MiB", without, with, start -> start.memory().resident());
        compare("live, MiB", without, with, start -> start.memory().live());
    }

    private static Start start(Host.Options options, boolean hasPlugin) {
        long begin = System.nanoTime();
        try (Host host = Host.start(options)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (hasPlugin) {
                awaitPlugin(host);
            }
            return new Start(seconds, ProcessMemory.of(host.pid()));
        }
    }

    /** Both hosts run side by side on one database; bursts alternate, so that a slow moment of the machine hits both. */
    private static void roundTrips() throws InterruptedException {
        StandIn.Database database = Database.schema();
        List<Burst> without = new ArrayList<>();
        List<Burst> with = new ArrayList<>();
        try (Host plain = Host.start(Host.Options.on(database).withoutPlugin());
                Host managed = Host.start(Host.Options.on(database))) {
            awaitPlugin(managed);
            try (MeterLoad onPlain = new MeterLoad(plain, "P", STATIONS);
                    MeterLoad onManaged = new MeterLoad(managed, "M", STATIONS)) {
                observe(managed);
                for (int i = 0; i < WARM_UP_BURSTS; i++) {
                    onPlain.burst(MESSAGES_A_SECOND, BURST_S);
                    onManaged.burst(MESSAGES_A_SECOND, BURST_S);
                }
                for (int i = 0; i < BURSTS; i++) {
                    without.add(Burst.of(onPlain.burst(MESSAGES_A_SECOND, BURST_S)));
                    with.add(Burst.of(onManaged.burst(MESSAGES_A_SECOND, BURST_S)));
                }
            }
        }
        compare("MeterValues a second", without, with, Burst::rate);
        compare("MeterValues median, ms", without, with, Burst::median);
        compare("MeterValues p99, ms", without, with, Burst::p99);
        double[] ratios = new double[BURSTS];
        for (int i = 0; i < BURSTS; i++) {
            ratios[i] = with.get(i).p99() / without.get(i).p99();
        }
        System.out.printf(Locale.ROOT, "MeterValues p99, median of the bursts' ratios %5.3f%n", Figures.median(ratios));
    }

    private static void awaitPlugin(Host host) {
        Operator operator = new Operator(host.url());
        Await.until("it is on", () -> operator.get("/state").json().path("on").asBoolean());
    }

    /** All stations on one strand that is observed. */
    private static void observe(Host host) {
        Operator operator = new Operator(host.url());
        int strand = operator.strand("{\"name\":\"All\",\"limitW\":500000,\"mode\":\"OBSERVE\"}");
        StringBuilder evses = new StringBuilder();
        for (int i = 0; i < STATIONS; i++) {
            evses.append(i == 0 ? "[" : ",")
                    .append("{\"chargeBoxId\":\"M%d\",\"evseId\":1,\"strand\":%d}".formatted(i, strand));
        }
        operator.post("/evses", evses + "]");
    }

    private static <T> void compare(String what, List<T> without, List<T> with, ToDoubleFunction<T> figure) {
        double before = Figures.median(without.stream().mapToDouble(figure).toArray());
        double after = Figures.median(with.stream().mapToDouble(figure).toArray());
        System.out.printf(
                Locale.ROOT,
                "%-24s without %8.2f   with %8.2f   more %+7.2f   ratio %5.3f%n",
                what,
                before,
                after,
                after - before,
                after / before);
    }
}
