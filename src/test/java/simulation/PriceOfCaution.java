/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much of the energy that the same plan delivers without caution is delivered, for each school of fallback. */
final class PriceOfCaution {

    private final Map<String, Sum> bySchool = new TreeMap<>();

    private record Sum(double cautiousWh, double uncautiousWh) {

        Sum plus(Sum other) {
            return new Sum(cautiousWh + other.cautiousWh, uncautiousWh + other.uncautiousWh);
        }
    }

    /** A random day without faults, and the day of the same seed without caution. */
    synchronized void add(CarPark cautious, CarPark uncautious) {
        String school = cautious.site().root().fallback().getClass().getSimpleName();
        bySchool.merge(school, new Sum(takenWh(cautious), takenWh(uncautious)), Sum::plus);
    }

    private static double takenWh(CarPark day) {
        return day.cars().stream().mapToDouble(Car::takenWh).sum();
    }

    @Override
    public String toString() {
        return bySchool.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.1f %%",
                        entry.getKey(),
                        100 * entry.getValue().cautiousWh() / entry.getValue().uncautiousWh()))
                .collect(Collectors.joining(", ", "energy against the same plan without caution: ", ""));
    }
}
