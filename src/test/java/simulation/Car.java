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

/**
 * A car at the plug. It follows what it is offered after its reaction time, never draws between zero and its minimum, and
 * stops when it is full; near the end it takes less and less. Currents in mA on each conductor that it uses.
 */
final class Car {

    private static final int VOLTS = 230;
    private static final double MILLI_HOURS = 3_600_000_000.0;
    private static final double FULL_WH = 1e-6;
    private static final Duration TAPER_STEP = Duration.ofMinutes(1);

    private final String name;
    private final Timeline timeline;
    private final Kind kind;
    private final Runnable beforeChange;
    private final double wantedWh;
    private Instant since;
    private double takenWh;
    private int offered;
    private int drawn;
    private int asked;
    private boolean isPausing;

    /**
     * How a car behaves.
     *
     * @param phases conductors that it uses, 1 to 3
     * @param mostMa what its charger takes on each
     * @param minimumMa below that it does not charge
     * @param down until it follows a cut; IEC 61851-1 gives it 5 s
     * @param up until it follows a raise
     * @param taperWh so much before it is full it begins to take less; 0: never
     */
    record Kind(int phases, int mostMa, int minimumMa, Duration down, Duration up, double taperWh) {}

    /** @param beforeChange told whenever what it draws is about to change */
    Car(String name, Timeline timeline, Kind kind, double wantedWh, Runnable beforeChange) {
        this.name = name;
        this.timeline = timeline;
        this.kind = kind;
        this.wantedWh = wantedWh;
        this.beforeChange = beforeChange;
        this.since = timeline.now();
    }

    int phases() {
        return kind.phases();
    }

    int mostMa() {
        return kind.mostMa();
    }

    boolean isFull() {
        return wantedWh - takenWh() <= FULL_WH;
    }

    int drawnMa() {
        return drawn;
    }

    double wantedWh() {
        return wantedWh;
    }

    double takenWh() {
        return takenWh + flowed(timeline.now());
    }

    int watts() {
        return Math.toIntExact((long) drawn * kind.phases() * VOLTS / 1000);
    }

    /** The station offers that much from now on. */
    void offer(int milliamps) {
        offered = milliamps;
        follow();
    }

    /** It stops by itself for a while, as some cars do. */
    void pause(Duration time) {
        isPausing = true;
        follow();
        timeline.after(time, () -> {
            isPausing = false;
            follow();
        });
    }

    void unplug() {
        offered = 0;
        asked++;
        draw(0);
    }

    private void follow() {
        int question = ++asked;
        Duration reaction = willing() < drawn ? kind.down() : kind.up();
        timeline.after(reaction, () -> {
            if (question == asked) {
                draw(willing());
            }
        });
    }

    private int willing() {
        double left = wantedWh - takenWh();
        int most = kind.taperWh() > 0 && left < kind.taperWh()
                ? (int) (kind.minimumMa() + (kind.mostMa() - kind.minimumMa()) * left / kind.taperWh())
                : kind.mostMa();
        int takes = Math.min(offered, most);
        return left <= FULL_WH || isPausing || takes < kind.minimumMa() ? 0 : takes;
    }

    private void draw(int milliamps) {
        Instant now = timeline.now();
        takenWh += flowed(now);
        since = now;
        if (milliamps != drawn) {
            beforeChange.run();
            timeline.tell(() -> name + " draws " + milliamps + " mA on " + kind.phases() + " phases");
        }
        drawn = milliamps;
        if (drawn > 0) {
            nextStepTowardsFull();
        }
    }

    private void nextStepTowardsFull() {
        double left = wantedWh - takenWh();
        double untilTaper = left - kind.taperWh();
        double whAMilli = drawn * kind.phases() * VOLTS / MILLI_HOURS;
        Duration next = kind.taperWh() > 0 && untilTaper <= 0
                ? TAPER_STEP
                : Duration.ofMillis((long) Math.ceil(Math.max(0, kind.taperWh() > 0 ? untilTaper : left) / whAMilli)
                        + 1);
        Duration full = Duration.ofMillis((long) Math.ceil(left / whAMilli) + 1);
        int question = asked;
        timeline.after(next.compareTo(full) < 0 ? next : full, () -> {
            if (question == asked) {
                draw(willing());
            }
        });
    }

    private double flowed(Instant until) {
        double milliseconds = Duration.between(since, until).toMillis();
        return drawn * kind.phases() * VOLTS * milliseconds / MILLI_HOURS;
    }
}
