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
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Many site-days, added up. */
record Campaign(List<SiteDay> days) {

    double ampereSecondsOver() {
        return sum(SiteDay::ampereSecondsOver);
    }

    double energyWh() {
        return sum(SiteDay::energyWh);
    }

    double demandWh() {
        return sum(SiteDay::demandWh);
    }

    private double sum(ToDoubleFunction<SiteDay> figure) {
        return days.stream().mapToDouble(figure).sum();
    }

    private double worstOverA() {
        return days.stream().mapToDouble(SiteDay::worstOverA).max().orElse(0);
    }

    /** Jain's index of the share of its demand that each session got: 1 where all got the same. */
    double jain() {
        List<Double> shares =
                days.stream().flatMap(day -> day.shares().stream()).toList();
        double sum = shares.stream().mapToDouble(share -> share).sum();
        double squares = shares.stream().mapToDouble(share -> share * share).sum();
        return squares == 0 ? 1 : sum * sum / (shares.size() * squares);
    }

    int worstWrites() {
        List<Integer> writes = sorted(SiteDay::writes);
        return writes.isEmpty() ? 0 : writes.getLast();
    }

    String json() {
        List<Integer> writes = sorted(SiteDay::writes);
        List<Duration> gaveWay = sorted(SiteDay::untilOthersGaveWay);
        return String.format(
                Locale.ROOT,
                "{\"site_days\":%d,\"evses\":%d,\"ampere_seconds_over\":%.3f,\"worst_over_a\":%.3f,"
                        + "\"uncontrollable_ampere_seconds\":%.3f,\"others_gave_way_median_s\":%d,"
                        + "\"others_gave_way_worst_s\":%d,"
                        + "\"energy_wh\":%.0f,\"demand_wh\":%.0f,\"jain\":%.4f,"
                        + "\"writes_median\":%d,\"writes_worst\":%d}",
                days.size(),
                days.stream().mapToLong(SiteDay::evses).sum(),
                ampereSecondsOver(),
                worstOverA(),
                sum(SiteDay::uncontrollableAmpereSeconds),
                gaveWay.isEmpty() ? 0 : gaveWay.get(gaveWay.size() / 2).toSeconds(),
                gaveWay.isEmpty() ? 0 : gaveWay.getLast().toSeconds(),
                energyWh(),
                demandWh(),
                jain(),
                writes.isEmpty() ? 0 : writes.get(writes.size() / 2),
                worstWrites());
    }

    private <F> List<F> sorted(Function<SiteDay, List<F>> figures) {
        return days.stream()
                .flatMap(day -> figures.apply(day).stream())
                .sorted()
                .toList();
    }
}
