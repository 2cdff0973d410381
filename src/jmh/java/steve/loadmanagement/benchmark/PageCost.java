/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import support.Await;
import support.Browser;
import support.Database;
import support.Host;
import support.Operator;

/**
 * What the pages cost at a site of 500 EVSEs that charge and report every 10 s: first paint and live update in a real browser,
 * and the share of one core that 50 viewers take, their own reading included, as they run in the same process.
 */
final class PageCost {

    private static final int EVSES = 500;
    private static final int VIEWERS = 50;
    private static final int MESSAGES_A_SECOND = EVSES / 10;
    private static final int SECONDS = 30;

    /** After each update: how long until the frame that shows it is done. */
    private static final String UNTIL_PAINTED = """
            window.painted = [];
            performance.clearMeasures('lm-update');
            const frame = new MessageChannel();
            let from = 0;
            frame.port1.onmessage = () => window.painted.push(performance.now() - from);
            new PerformanceObserver(list => {
                from = list.getEntries().at(-1).startTime;
                requestAnimationFrame(() => frame.port2.postMessage(0));
            }).observe({type: 'measure'});""";

    private PageCost() {}

    static void main(String[] arguments) throws InterruptedException {
        try (Host host = Host.start(Host.Options.on(Database.schema()))) {
            Operator operator = new Operator(host.url());
            Await.until("on", () -> operator.get("/state").json().path("on").asBoolean());
            int strand = operator.strand("""
                    {"name":"Large","limitMa":{"L1":4000000,"L2":4000000,"L3":4000000},"mode":"OBSERVE"}""");
            try (MeterLoad load = new MeterLoad(host, "PC", EVSES)) {
                operator.post(
                        "/evses",
                        IntStream.range(0, EVSES)
                                .mapToObj(i -> """
                                {"chargeBoxId":"PC%d","evseId":1,"strand":%d,"wiring":"L1L2L3"}""".formatted(i, strand))
                                .collect(Collectors.joining(",", "[", "]")));
                load.burst(MESSAGES_A_SECOND, SECONDS);
                Duration alone = cost(load);
                List<InputStream> streams = open(host);
                Duration watched = cost(load);
                for (InputStream stream : streams) {
                    close(stream);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%d viewers of %d EVSEs: %.1f %% of one core (%.1f %% without them)%n",
                        VIEWERS,
                        EVSES,
                        100.0 * (watched.toMillis() - alone.toMillis()) / (SECONDS * 1000),
                        100.0 * alone.toMillis() / (SECONDS * 1000));
                browser(host, strand, load);
            }
        }
        System.exit(0);
    }

    private static Duration cost(MeterLoad load) throws InterruptedException {
        Duration before = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        load.burst(MESSAGES_A_SECOND, SECONDS);
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().minus(before);
    }

    private static List<InputStream> open(Host host) {
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(host.url() + "/api/v1/loadmanagement/stream"))
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder().encodeToString("admin:1234".getBytes(StandardCharsets.UTF_8)))
                    .build();
            InputStream stream = HttpClient.newHttpClient()
                    .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                    .join()
                    .body();
            streams.add(stream);
            Thread.ofVirtual().start(() -> drain(stream));
        }
        return streams;
    }

    private static void drain(InputStream stream) {
        byte[] buffer = new byte[65_536];
        try {
            int read = 0;
            while (read >= 0) {
                read = stream.read(buffer);
            }
        } catch (IOException e) {
            System.err.println("a viewer left");
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            System.err.println("a viewer was gone already");
        }
    }

    private static void browser(Host host, int strand, MeterLoad load) throws InterruptedException {
        try (Browser browser = Browser.start(host.url(), "en").signIn("admin", "1234")) {
            browser.open("/strand/" + strand);
            Await.until(
                    "all rows are there",
                    () -> Long.valueOf(EVSES)
                            .equals(browser.script("return document.querySelectorAll('.evse tbody tr').length")));
            Object paint = browser.script(
                    "return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)");
            Object shown = browser.script("return Math.round(performance.getEntriesByName('lm-shown')[0].startTime)");
            browser.script(UNTIL_PAINTED);
            load.burst(MESSAGES_A_SECOND, SECONDS);
            Object updates = browser.script("""
                    const told = (what, times) => {
                        const all = times.sort((a, b) => a - b);
                        const at = share => all[Math.min(all.length - 1, Math.floor(share * all.length))].toFixed(1);
                        return `${all.length} live updates, ${what}: median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, longest ${at(1)} ms`;
                    };
                    return told('the script alone', performance.getEntriesByName('lm-update').map(one => one.duration))
                        + '\\n' + told('until the page is laid out and painted', window.painted);""");
            System.out.println(
                    "first paint after " + paint + " ms, page with all " + EVSES + " EVSEs after " + shown + " ms");
            System.out.println(updates);
        }
    }
}
