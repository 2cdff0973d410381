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

/**
 * How fast things happen in a random car park. The same number of faults in less time meet more often.
 *
 * @param length when it is over
 * @param firstCarMin latest minute at which an EVSE has its first car
 * @param longestStayMin longest stay beyond ten minutes
 * @param longestGapMin longest time between two cars
 */
record Pace(Duration length, int firstCarMin, int longestStayMin, int longestGapMin) {

    static final Pace DAY = new Pace(Duration.ofDays(1), 240, 480, 180);

    /** Cars come and go, and everything that fails on a day fails within three hours. */
    static final Pace BAD_HOURS = new Pace(Duration.ofHours(3), 10, 45, 10);
}
