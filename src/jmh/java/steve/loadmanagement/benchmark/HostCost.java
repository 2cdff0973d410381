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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;
import support.RawStation;

/**
 * What SteVe pays for the plugin: its start, its memory after start, and the round trip of MeterValues, with the plugin
 * against without, in turns. In a real SteVe where a war is given ({@code -Dsteve.war=F}), else in the stand-in.
 */
public final class HostCost {

    private static final int TURNS = Integer.getInteger("turns", 3);
    private static final int STATIONS = 100;
    private static final int MESSAGES_A_SECOND = Integer.getInteger("rate", 1000);
    private static final int WARM_UP_S = 15;
    private static final int SECONDS = Integer.getInteger("seconds", 30);

    private HostCost() {}

    /** One run: s, MiB, MiB, ms, ms, messages a second. */
    private record Run(double start, double resident, double used, double median, double p99, double rate) {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        List<Run> without = new ArrayList<>();
        List<Run> with = new ArrayList<>();
        System.out.println(Host.isReal() ? "in a real SteVe" : "in the stand-in (one process: memory says little)");
        for (int turn = 0; turn < TURNS; turn++) {
            without.add(print("without", run(Host.Options.on(Database.schema()).withoutPlugin(), false)));
            with.add(print("with", run(Host.Options.on(Database.schema()), true)));
        }
        compare(
                "start",
                "s",
                without.stream().mapToDouble(Run::start),
                with.stream().mapToDouble(Run::start));
        compare(
                "resident",
                "MiB",
                without.stream().mapToDouble(Run::resident),
                with.stream().mapToDouble(Run::resident));
        compare(
                "heap + metaspace",
                "MiB",
                without.stream().mapToDouble(Run::used),
                with.stream().mapToDouble(Run::used));
        compare(
                "MeterValues median",
                "ms",
                without.stream().mapToDouble(Run::median),
                with.stream().mapToDouble(Run::median));
        compare(
                "MeterValues p99",
                "ms",
                without.stream().mapToDouble(Run::p99),
                with.stream().mapToDouble(Run::p99));
        Runtime.getRuntime().halt(0);
    }

    private static Run run(Host.Options options, boolean hasPlugin) throws Exception {
        long begin = System.nanoTime();
        try (Host host = Host.start(options)) {
            double start = (System.nanoTime() - begin) / 1e9;
            if (hasPlugin) {
                Operator operator = new Operator(host.url());
                Await.until(
                        "it is on",
                        () -> operator.get("/state").json().path("on").asBoolean());
            }
            jcmd(host.pid(), "GC.run");
            double resident = resident(host.pid());
            double used = used(host.pid());
            if (hasPlugin) {
                strand(host);
            }
            long[] nanos = roundTrips(host);
            return new Run(
                    start,
                    resident,
                    used,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6,
                    nanos.length / (double) SECONDS);
        }
    }

    /** All stations on one strand that is observed. */
    private static void strand(Host host) {
        Operator operator = new Operator(host.url());
        int strand = operator.strand("{\"name\":\"All\",\"limitW\":500000,\"mode\":\"OBSERVE\"}");
        StringBuilder evses = new StringBuilder();
        for (int i = 0; i < STATIONS; i++) {
            host.register("P" + i, 1);
            evses.append(i == 0 ? "[" : ",")
                    .append("{\"chargeBoxId\":\"P%d\",\"evseId\":1,\"strand\":%d}".formatted(i, strand));
        }
        operator.post("/evses", evses + "]");
    }

    private static long[] roundTrips(Host host) throws InterruptedException {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        long from = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_S);
        long everyUs = TimeUnit.SECONDS.toMicros(STATIONS) / MESSAGES_A_SECOND;
        List<RawStation> stations = new ArrayList<>();
        try (ScheduledExecutorService clock =
                Executors.newScheduledThreadPool(STATIONS, Thread.ofVirtual().factory())) {
            for (int i = 0; i < STATIONS; i++) {
                host.register("P" + i, 1);
                RawStation station = RawStation.connect(host.stationUrl("P" + i));
                stations.add(station);
                String payload = meterValues(station.start(1));
                clock.scheduleAtFixedRate(
                        () -> {
                            long before = System.nanoTime();
                            station.call("MeterValues", payload);
                            if (before > from) {
                                nanos.add(System.nanoTime() - before);
                            }
                        },
                        i * everyUs / STATIONS,
                        everyUs,
                        TimeUnit.MICROSECONDS);
            }
            clock.awaitTermination(WARM_UP_S + SECONDS, TimeUnit.SECONDS);
            clock.shutdownNow();
        }
        stations.forEach(RawStation::close);
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static String meterValues(int transaction) {
        return """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":"10.0","measurand":"Current.Import","phase":"L1","unit":"A"},
                {"value":"10.0","measurand":"Current.Import","phase":"L2","unit":"A"},
                {"value":"10.0","measurand":"Current.Import","phase":"L3","unit":"A"},
                {"value":"1000","measurand":"Energy.Active.Import.Register","unit":"Wh"}]}]}""".formatted(transaction, java.time.Instant.now());
    }

    private static double resident(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        return Files.exists(status) ? number("VmRSS:\\s+(\\d+) kB", Files.readString(status)) / 1024 : Double.NaN;
    }

    private static double used(long pid) throws IOException, InterruptedException {
        String heap = jcmd(pid, "GC.heap_info");
        double metaspace = number("Metaspace\\s+used (\\d+)K", heap);
        return (number("(?:heap|total)[^\\n]*used (\\d+)K", heap) + metaspace) / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static double number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }

    private static Run print(String what, Run run) {
        System.out.printf(
                Locale.ROOT,
                "%-8s start %5.2f s   resident %4.0f MiB   heap + metaspace %4.0f MiB   MeterValues median %6.2f ms   p99 %6.2f ms   %4.0f/s%n",
                what,
                run.start(),
                run.resident(),
                run.used(),
                run.median(),
                run.p99(),
                run.rate());
        return run;
    }

    private static void compare(
            String what, String unit, java.util.stream.DoubleStream without, java.util.stream.DoubleStream with) {
        double before = median(without.toArray());
        double after = median(with.toArray());
        System.out.printf(
                Locale.ROOT,
                "%-20s without %8.2f %s   with %8.2f %s   more %+7.2f %s   ratio %5.3f%n",
                what,
                before,
                unit,
                after,
                unit,
                after - before,
                unit,
                after / before);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
