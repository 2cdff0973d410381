/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

/** Times with faults, for classes of another loader to ask for. */
public final class Drill {

    private Drill() {}

    /** How much flowed beyond a limit on the day of that seed. */
    public static double ampereSecondsOver(long seed) {
        return RandomDay.of(seed, true).trueLoad().ampereSecondsOver();
    }

    /** How much flowed beyond a limit in the bad hours of that seed. */
    public static double ampereSecondsOverInBadHours(long seed) {
        return RandomDay.badHours(seed).trueLoad().ampereSecondsOver();
    }
}
