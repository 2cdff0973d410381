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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;

/** Everything together: a site with its stations, SteVe with the plugin on a database, and the oracle. */
final class CarPark {

    private final Timeline timeline;
    private final RandomGenerator random;
    private final Site site;
    private final Durable database;
    private final Steve steve;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final List<Car> cars = new ArrayList<>();
    private final TrueLoad trueLoad;

    CarPark(Site site, Function<String, Habits> habits, Instant begin, long seed) {
        this(site, habits, begin, seed, 1);
    }

    CarPark(Site site, Function<String, Habits> habits, Instant begin, long seed, int nodes) {
        this(site, habits, begin, seed, nodes, Node.Extras.NONE);
    }

    CarPark(Site site, Function<String, Habits> habits, Instant begin, long seed, int nodes, Node.Extras extras) {
        this.timeline = new Timeline(begin);
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.site = site;
        this.database = new Durable(new SharedLease(timeline));
        this.steve = new Steve(timeline, nodes, node -> new Node(node, site, database, timeline, extras));
        Map<String, List<Plug>> plugs = new LinkedHashMap<>();
        for (Evse evse : site.evses()) {
            String id = evse.ref().chargeBoxId();
            plugs.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new Plug(timeline, evse.ref(), evse.rating().milliamps(), habits.apply(id), this::settle));
        }
        plugs.forEach((id, its) -> {
            Station station = new Station(id, habits.apply(id), its, timeline, random, steve);
            stations.put(id, station);
            steve.add(station);
        });
        this.trueLoad = new TrueLoad(
                timeline,
                site,
                plugs.values().stream().flatMap(List::stream).toList(),
                evse -> station(evse.chargeBoxId()).link().isOpen());
    }

    private void settle() {
        trueLoad.settle();
    }

    /** SteVe starts, the stations connect. */
    void open() {
        steve.start();
        stations.values().forEach(Station::connect);
    }

    Timeline timeline() {
        return timeline;
    }

    RandomGenerator random() {
        return random;
    }

    Site site() {
        return site;
    }

    Steve steve() {
        return steve;
    }

    Durable database() {
        return database;
    }

    List<Station> stations() {
        return List.copyOf(stations.values());
    }

    Station station(String id) {
        Station station = stations.get(id);
        if (station == null) {
            throw new IllegalArgumentException("no station " + id);
        }
        return station;
    }

    /** A car arrives at a free plug; if there is one already, this one drives on. */
    void arrive(Station station, Plug plug, Car.Kind kind, double wantedWh, Duration stay) {
        if (plug.car() != null) {
            return;
        }
        Car car = new Car(plug.evse().toString(), timeline, kind, wantedWh, this::settle);
        cars.add(car);
        station.plugIn(plug, car);
        timeline.after(stay, () -> {
            if (plug.car() == car) {
                station.unplug(plug);
            }
        });
    }

    List<Car> cars() {
        return cars;
    }

    TrueLoad trueLoad() {
        trueLoad.settle();
        return trueLoad;
    }
}
