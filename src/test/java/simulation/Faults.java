/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong in a day, drawn by lot. */
final class Faults {

    private final CarPark carPark;
    private final RandomGenerator random;
    private final Duration time;

    private Faults(CarPark carPark, Duration time) {
        this.carPark = carPark;
        this.random = carPark.random();
        this.time = time;
    }

    /** So much that goes wrong, spread over that time. */
    static void plan(CarPark carPark, Duration time) {
        Faults faults = new Faults(carPark, time);
        faults.times(3, () -> carPark.steve().crash(faults.between(5, 300)));
        faults.times(
                3, () -> carPark.database().afterNextWrite(() -> carPark.steve().crash(faults.between(5, 120))));
        faults.times(5, faults::nodeDiesWhileItStores);
        faults.times(2, faults::databaseIsGone);
        for (Station station : carPark.stations()) {
            faults.times(3, () -> station.breakLine(faults.between(5, 7200)));
            faults.times(1, () -> station.reboot(faults.between(20, 300)));
            faults.times(2, () -> faults.slowness(station));
            faults.times(2, () -> faults.loss(station));
            faults.times(2, () -> station.plugs().forEach(station::replayStart));
            faults.times(3, () -> faults.pauses(station));
        }
    }

    /** What goes wrong with one of several processes of SteVe. */
    static void ofNodes(CarPark carPark, Duration time) {
        Faults faults = new Faults(carPark, time);
        for (SteveNode node : carPark.steve().nodes()) {
            faults.times(6, () -> carPark.steve().crash(node, faults.between(5, 600)));
            faults.times(10, () -> faults.sleep(node));
        }
    }

    /** Somebody sets the clock of SteVe's machine. */
    static void ofTheClock(CarPark carPark, Duration time) {
        Faults faults = new Faults(carPark, time);
        faults.times(12, () -> carPark.steve().clock().setWrongBy(faults.between(-1500, 1500)));
    }

    private void sleep(SteveNode node) {
        node.freeze();
        carPark.stations().stream()
                .filter(station -> node.has(station) && random.nextBoolean())
                .forEach(Station::disconnected);
        carPark.timeline().after(between(1, 120), node::thaw);
    }

    /** So many times at the most, at any moment. */
    private void times(int most, Runnable happens) {
        int times = random.nextInt(most + 1);
        for (int i = 0; i < times; i++) {
            carPark.timeline().after(Duration.ofMillis(random.nextLong(time.toMillis())), happens);
        }
    }

    private Duration between(int seconds, int more) {
        return Duration.ofSeconds(seconds + random.nextInt(more - seconds));
    }

    private void databaseIsGone() {
        carPark.database().setGone(true);
        carPark.timeline().after(between(5, 900), () -> carPark.database().setGone(false));
    }

    /** What it sent meanwhile is out; some stations lose their line with it. */
    private void nodeDiesWhileItStores() {
        carPark.database().failNextWrite(() -> {
            carPark.database().setGone(true);
            carPark.timeline().after(Duration.ofMillis(random.nextInt(100, 400)), () -> {
                carPark.database().setGone(false);
                carPark.steve().crash(between(5, 120));
                carPark.stations().stream()
                        .filter(_ -> random.nextBoolean())
                        .forEach(station -> station.breakLine(between(60, 3600)));
            });
        });
    }

    private void slowness(Station station) {
        station.link().slowDown(Duration.ofSeconds(60));
        carPark.timeline().after(between(60, 3600), () -> station.link().slowDown(Duration.ZERO));
    }

    /** Answers get lost, and then it may refuse for a while whatever it is told. */
    private void loss(Station station) {
        station.link().lose(0.5);
        if (random.nextBoolean()) {
            carPark.timeline().after(between(30, 120), () -> station.refuse(true));
            carPark.timeline().after(between(300, 3600), () -> station.refuse(false));
        }
        carPark.timeline().after(between(60, 3600), () -> station.link().lose(0));
    }

    private void pauses(Station station) {
        List<Plug> plugs = station.plugs();
        Car car = plugs.get(random.nextInt(plugs.size())).car();
        if (car != null) {
            car.pause(between(10, 60));
        }
    }
}
