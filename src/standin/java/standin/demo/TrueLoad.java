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
import org.jspecify.annotations.Nullable;

/**
 * What really flows on the strand: the sum of the simulated cars, and of other consumers where there are any. A leap of
 * these is above the limit until the cars have followed: a fuse bears that for a while, and so does the verdict.
 */
final class TrueLoad {

    static final double LIMIT_W = 50_000;
    static final double LIMIT_A = 80;

    /** Rounding of the cars' arithmetic, no more. */
    private static final double TOLERANCE = 1.005;

    /** So long a leap may be above the limit: meter, plan, station and car each take their time. */
    private static final int BORNE_S = 10;

    private static final int PHASES = 3;

    private final List<Place> places;
    private final double[] highestA = new double[PHASES];
    private final @Nullable GridConnection grid;
    private double highestW;
    private int secondsOver;
    private int longestOver;
    private String over = "";

    /** @param grid where other consumers are; null: there are none */
    TrueLoad(List<Place> places, @Nullable GridConnection grid) {
        this.places = places;
        this.grid = grid;
    }

    synchronized void sample() {
        for (int phase = 0; phase < PHASES; phase++) {
            highestA[phase] = Math.max(highestA[phase], amps(phase));
        }
        highestW = Math.max(highestW, watts());
        String excess = excess();
        secondsOver = excess.isEmpty() ? 0 : secondsOver + 1;
        longestOver = Math.max(longestOver, secondsOver);
        over = secondsOver > (grid == null ? 0 : BORNE_S) && over.isEmpty() ? excess : over;
    }

    double amps(int phase) {
        return places.stream().mapToDouble(place -> place.ampsOn(phase)).sum() + (grid == null ? 0 : grid.amps());
    }

    double watts() {
        return places.stream().mapToDouble(Place::watts).sum() + (grid == null ? 0 : grid.watts());
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

    /** What was exceeded, for longer than a fuse bears it, or nothing. */
    synchronized String violation() {
        return over;
    }

    /** For how long at a stretch the limit was exceeded at most, s. */
    synchronized int longestOver() {
        return longestOver;
    }

    private String excess() {
        if (watts() > LIMIT_W * TOLERANCE) {
            return String.format(Locale.ROOT, "power %.1f kW > %.1f kW", watts() / 1000, LIMIT_W / 1000);
        }
        for (int phase = 0; phase < PHASES; phase++) {
            if (amps(phase) > LIMIT_A * TOLERANCE) {
                return String.format(Locale.ROOT, "L%d %.1f A > %.1f A", phase + 1, amps(phase), LIMIT_A);
            }
        }
        return "";
    }
}
