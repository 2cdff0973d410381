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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.slf4j.LoggerFactory;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;

/**
 * What SteVe pays for the plugin: its start, its memory after start, and the round trip of MeterValues, with the plugin
 * against without, in turns ({@link RoundTrips}: and without against itself). In a real SteVe where a war is given
 * ({@code -Dsteve.war=F}, and the plugin is packed already), else in the stand-in. {@code -Dbenchmark.rate=N} sets how many
 * messages a second all stations of a host send together: less than what keeps the machine busy, or queues are measured.
 */
public final class HostCost {

    private static final int STARTS = Integer.getInteger("starts", 3);

    private HostCost() {}

    private record Start(double seconds, ProcessMemory memory) {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        System.out.println(Host.isReal() ? "in a real SteVe" : "in the stand-in (one process: memory says little)");
        if (STARTS > 0) {
            starts();
        }
        if (RoundTrips.BURSTS > 0) {
            RoundTrips.measure();
        }
        System.exit(0);
    }

    /** In turns; the first of each kind do not count, for files come from the disk and the plugin is installed. */
    private static void starts() {
        List<Start> without = new ArrayList<>();
        List<Start> with = new ArrayList<>();
        start(false);
        start(true);
        for (int i = 0; i < STARTS; i++) {
            for (boolean hasPlugin : new boolean[] {i % 2 != 0, i % 2 == 0}) {
                (hasPlugin ? with : without).add(start(hasPlugin));
            }
        }
        compare("start, s", without, with, Start::seconds);
        compare("resident, MiB", without, with, start -> start.memory().resident());
        compare("live, MiB", without, with, start -> start.memory().live());
    }

    private static Start start(boolean hasPlugin) {
        Host.Options options = Host.Options.on(Database.schema());
        long begin = System.nanoTime();
        try (Host host = Host.start(hasPlugin ? options : options.withoutPlugin())) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            askOnce(host);
            if (hasPlugin) {
                awaitPlugin(host);
            }
            return new Start(seconds, ProcessMemory.of(host.pid()));
        }
    }

    /** What SteVe makes for the first request belongs to its memory with and without. */
    private static void askOnce(Host host) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.sendAsync(
                            HttpRequest.newBuilder(URI.create(host.url() + "/manager/signin"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .join();
        }
    }

    private static void awaitPlugin(Host host) {
        Operator operator = new Operator(host.url());
        Await.until("it is on", () -> operator.get("/state").json().path("on").asBoolean());
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
