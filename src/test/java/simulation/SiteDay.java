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
import java.util.List;

/**
 * What one day at one site came to.
 *
 * @param ampereSecondsOver beyond a limit, as far as the rules could have held it
 * @param worstAt when most flowed beyond a limit
 * @param uncontrollableAmpereSeconds beyond a limit, drawn by what follows no command
 * @param untilOthersGaveWay how long it took each time
 * @param shares of its demand that each session got
 * @param writes profiles that each station took
 */
record SiteDay(
        int evses,
        double ampereSecondsOver,
        double worstOverA,
        Instant worstAt,
        double uncontrollableAmpereSeconds,
        List<Duration> untilOthersGaveWay,
        double demandWh,
        double energyWh,
        List<Double> shares,
        List<Integer> writes) {

    static SiteDay of(CarPark day) {
        TrueLoad load = day.trueLoad();
        List<Car> cars = day.cars();
        return new SiteDay(
                day.site().evses().size(),
                load.ampereSecondsOver(),
                load.worstOverA(),
                load.worstAt(),
                load.uncontrollableAmpereSeconds(),
                load.untilOthersGaveWay(),
                cars.stream().mapToDouble(Car::wantedWh).sum(),
                cars.stream().mapToDouble(SiteDay::gotWh).sum(),
                cars.stream().map(car -> gotWh(car) / car.wantedWh()).toList(),
                day.stations().stream().map(Station::takeProfilesReceived).toList());
    }

    private static double gotWh(Car car) {
        return Math.min(car.takenWh(), car.wantedWh());
    }
}
