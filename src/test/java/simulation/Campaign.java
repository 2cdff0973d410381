/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many site-days, added up. */
final class Campaign {

    private int days;
    private long evses;
    private double ampereSecondsOver;
    private double worstOverA;
    private double uncontrollableAmpereSeconds;
    private double energyWh;
    private double demandWh;
    private final List<Double> shares = new ArrayList<>();
    private final List<Integer> writes = new ArrayList<>();

    void add(CarPark day) {
        days++;
        evses += day.site().evses().size();
        TrueLoad load = day.trueLoad();
        ampereSecondsOver += load.ampereSecondsOver();
        worstOverA = Math.max(worstOverA, load.worstOverA());
        uncontrollableAmpereSeconds += load.uncontrollableAmpereSeconds();
        for (Car car : day.cars()) {
            double taken = Math.min(car.takenWh(), car.wantedWh());
            energyWh += taken;
            demandWh += car.wantedWh();
            shares.add(taken / car.wantedWh());
        }
        day.stations().forEach(station -> writes.add(station.takeProfilesReceived()));
    }

    double ampereSecondsOver() {
        return ampereSecondsOver;
    }

    double energyWh() {
        return energyWh;
    }

    double demandWh() {
        return demandWh;
    }

    /** Jain's index of the share of its demand that each session got: 1 where all got the same. */
    double jain() {
        double sum = 0;
        double squares = 0;
        for (double share : shares) {
            sum += share;
            squares += share * share;
        }
        return squares == 0 ? 1 : sum * sum / (shares.size() * squares);
    }

    String json() {
        List<Integer> sorted = writes.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "{\"site_days\":%d,\"evses\":%d,\"ampere_seconds_over\":%.3f,\"worst_over_a\":%.3f,"
                        + "\"uncontrollable_ampere_seconds\":%.3f,\"energy_wh\":%.0f,\"demand_wh\":%.0f,\"jain\":%.4f,"
                        + "\"writes_median\":%d,\"writes_worst\":%d}",
                days,
                evses,
                ampereSecondsOver,
                worstOverA,
                uncontrollableAmpereSeconds,
                energyWh,
                demandWh,
                jain(),
                sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2),
                sorted.isEmpty() ? 0 : sorted.getLast());
    }
}
