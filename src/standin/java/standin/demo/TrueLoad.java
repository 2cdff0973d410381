/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.demo;

import java.util.List;
import java.util.Locale;

/** What really flows on the strand: the sum of the simulated cars, and the highest of it so far. */
final class TrueLoad {

    static final double LIMIT_W = 50_000;
    static final double LIMIT_A = 80;

    /** Rounding of the cars' arithmetic, no more. */
    private static final double TOLERANCE = 1.005;

    private static final int PHASES = 3;

    private final List<Place> places;
    private final double[] highestA = new double[PHASES];
    private double highestW;

    TrueLoad(List<Place> places) {
        this.places = places;
    }

    synchronized void sample() {
        for (int phase = 0; phase < PHASES; phase++) {
            highestA[phase] = Math.max(highestA[phase], amps(phase));
        }
        highestW = Math.max(highestW, watts());
    }

    double amps(int phase) {
        return places.stream().mapToDouble(place -> place.ampsOn(phase)).sum();
    }

    double watts() {
        return places.stream().mapToDouble(Place::watts).sum();
    }

    synchronized String highest() {
        return String.format(
                Locale.ROOT,
                "highest true power %.1f kW, highest true current %.1f / %.1f / %.1f A",
                highestW / 1000,
                highestA[0],
                highestA[1],
                highestA[2]);
    }

    /** What was exceeded, or nothing. */
    synchronized String violation() {
        if (highestW > LIMIT_W * TOLERANCE) {
            return String.format(Locale.ROOT, "power %.1f kW > %.1f kW", highestW / 1000, LIMIT_W / 1000);
        }
        for (int phase = 0; phase < PHASES; phase++) {
            if (highestA[phase] > LIMIT_A * TOLERANCE) {
                return String.format(Locale.ROOT, "L%d %.1f A > %.1f A", phase + 1, highestA[phase], LIMIT_A);
            }
        }
        return "";
    }
}
