/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import standin.EmbeddedMariaDb;
import standin.StandIn;
import standin.station.SimulatedStation;
import standin.vehicle.Vehicle;

/**
 * The main job to look at. {@code -Ddemo.seconds=N} ends it after N seconds, {@code -Ddemo.mode=off|observe} leaves the
 * stations free, and the strand's limit is exceeded. {@code -Ddemo.scenario=dynamic} puts other consumers on the grid
 * connection, whose load leaps by 30 kW after 45 s; {@code -Ddemo.meter=off} leaves their meter out. Its exit status is 0 only if that never happened.
 */
public final class Demo {

    private static final int REPORT_EVERY_S = 5;
    private static final double RATING_A = 32;
    private static final String USER = "admin";
    private static final String PASSWORD = "1234";

    private final List<Place> places = places();
    private final @Nullable GridConnection grid =
            System.getProperty("demo.scenario", "").equals("dynamic") ? new GridConnection() : null;
    private final TrueLoad load = new TrueLoad(places, grid);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch summarised = new CountDownLatch(1);

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int seconds = Integer.getInteger("demo.seconds", 0);
        String mode = System.getProperty("demo.mode", "active").toUpperCase(Locale.ROOT);
        Runtime.getRuntime().halt(new Demo().run(seconds == 0 ? Integer.MAX_VALUE : seconds, mode));
    }

    /** Kinds of cars: phases, A, Wh until full. One is nearly full. */
    private static List<Place> places() {
        List<List<Integer>> wirings = List.of(List.of(0, 1, 2), List.of(1, 2, 0), List.of(2, 0, 1));
        List<Vehicle> cars = List.of(
                new Vehicle(3, 32, 60_000),
                new Vehicle(3, 16, 40_000),
                new Vehicle(3, 32, 55_000),
                new Vehicle(1, 32, 30_000),
                new Vehicle(3, 32, 50_000),
                new Vehicle(3, 32, 900),
                new Vehicle(1, 16, 12_000),
                new Vehicle(3, 32, 45_000));
        int[] arrivals = {2, 6, 12, 18, 27, 35, 46, 58};
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < cars.size(); i++) {
            SimulatedStation station = new SimulatedStation("CP0" + (i + 1), RATING_A, Clock.systemUTC());
            places.add(new Place(station, wirings.get(i % wirings.size()), cars.get(i), arrivals[i]));
        }
        return places;
    }

    private int run(int seconds, String mode) throws InterruptedException {
        long started = System.nanoTime();
        say("starting MariaDB and the stand-in for SteVe ...");
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start();
                StandIn host = StandIn.start(StandIn.Options.on(database.schema())
                        .with("logging.file.name", "target/demo.log")
                        .with("logging.threshold.console", "OFF"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt));
            connect(host);
            configure(new PlugInApi(host.url(), USER, PASSWORD), mode);
            say(String.format(
                    Locale.ROOT,
                    "up after %.1f s",
                    (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1)));
            say(host.url() + "/manager/loadmanagement   login " + USER + " / " + PASSWORD + "   Ctrl-C ends");
            drive(seconds);
            return summarise();
        } finally {
            places.forEach(place -> place.station().close());
            if (grid != null) {
                grid.close();
            }
            summarised.countDown();
        }
    }

    private void connect(StandIn host) {
        String url = host.stationUrl("");
        for (Place place : places) {
            host.register(place.station().chargeBoxId(), 1);
            place.station().connect(url.substring(0, url.length() - 1));
        }
    }

    private void configure(PlugInApi api, String mode) throws InterruptedException {
        await(api::isOn);
        int strand = api.post("/strands", """
                        {"name":"Demo strand","parent":null,"limitMa":{"L1":80000,"L2":80000,"L3":80000},"limitW":50000,
                        "school":"BLOCK","fallbackMa":0,"mode":"%s","measure":"POWER","others":"MAY_BE_PAUSED"}""".formatted(mode)).path("id").asInt();
        List<String> evses = places.stream()
                .map(place -> """
                        {"chargeBoxId":"%s","evseId":1,"strand":%d,"wiring":"%s","ratingMa":32000}""".formatted(place.station().chargeBoxId(), strand, place.wiringName()))
                .toList();
        api.post("/evses", "[" + String.join(",", evses) + "]");
        if (grid != null && !System.getProperty("demo.meter", "on").equals("off")) {
            api.post("/meters", """
                    {"name":"Grid meter","strand":%d,"kind":"MODBUS_TCP","host":"127.0.0.1","port":%d,"unitId":1,
                    "registerMap":"eastron-sdm630","intervalMs":1000,"maximumAgeS":15}""".formatted(strand, grid.port()));
        }
        if (mode.equals("ACTIVE")) {
            await(() -> places.stream().allMatch(place -> place.station().offeredA() == 0));
        }
    }

    /** Second by second: cars arrive, follow their stations, are measured; what really flows is summed up. */
    private void drive(int seconds) throws InterruptedException {
        for (int second = 0; second < seconds; second++) {
            for (Place place : places) {
                if (place.arrivalS() == second) {
                    place.station().plugIn(place.car());
                }
                place.station().pass(1);
            }
            if (grid != null) {
                grid.pass(second, load);
            }
            load.sample();
            if (second % REPORT_EVERY_S == 0) {
                places.forEach(place -> place.station().report());
                say(line(second));
            }
            if (interrupted.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
    }

    private String line(int second) {
        long here = places.stream()
                .filter(place -> place.station().vehicle() != null)
                .count();
        long charging = places.stream().filter(place -> place.watts() > 0).count();
        return String.format(
                Locale.ROOT,
                "%4d s  Demo strand: %4.1f of 50.0 kW%s, %4.1f / %4.1f / %4.1f of 80.0 A; %d cars, %d charging; profiles %d, accepted %d",
                second,
                load.watts() / 1000,
                others(),
                load.amps(0),
                load.amps(1),
                load.amps(2),
                here,
                charging,
                received(),
                accepted());
    }

    private String others() {
        return grid == null ? "" : String.format(Locale.ROOT, " (others %4.1f)", grid.watts() / 1000);
    }

    private int summarise() {
        double energyWh =
                places.stream().mapToDouble(place -> place.car().takenWh()).sum();
        String violation = load.violation();
        say(String.format(
                Locale.ROOT,
                "Demo strand: limit 50.0 kW and 80.0 A; %s; %.2f kWh; %d profiles sent, %d accepted",
                load.highest(),
                energyWh / 1000,
                received(),
                accepted()));
        if (grid != null) {
            say("above the limit for at most " + load.longestOver() + " s at a stretch");
        }
        say(violation.isEmpty() ? "RESULT ok" : "RESULT VIOLATED " + violation);
        return violation.isEmpty() ? 0 : 1;
    }

    private int received() {
        return places.stream()
                .mapToInt(place -> place.station().profilesReceived())
                .sum();
    }

    private int accepted() {
        return places.stream()
                .mapToInt(place -> place.station().profilesAccepted())
                .sum();
    }

    private void interrupt() {
        interrupted.countDown();
        try {
            boolean isDone = summarised.await(10, TimeUnit.SECONDS);
            if (!isDone) {
                say("RESULT VIOLATED the summary took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean() && !interrupted.await(100, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
