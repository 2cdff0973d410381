/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.util.List;
import steve.loadmanagement.unit.Power;

/**
 * What n controllable devices behind one energy management may draw from the grid at least while the grid operator dims
 * (section 14a EnWG; BNetzA BK6-22-300, annex 1, 4.5.2):
 *
 * <pre>
 * Pmin = 4.2 kW + (n - 1) * GZF * 4.2 kW
 * GZF  = 0.80, 0.75, 0.70, 0.65, 0.60, 0.55, 0.50 for n = 2 ... 8, 0.45 from 9
 * </pre>
 */
public final class SteerableDevices {

    private static final int EACH_W = 4_200;
    private static final List<Integer> GZF_PERCENT = List.of(80, 75, 70, 65, 60, 55, 50);
    private static final int GZF_PERCENT_FROM_NINE = 45;
    private static final int FIRST_WITH_GZF = 2;

    private SteerableDevices() {}

    /** Pmin of that many devices; of none, 0 kW. */
    public static Power minimum(int devices) {
        if (devices < FIRST_WITH_GZF) {
            return Power.ofWatts(Math.max(0, devices) * EACH_W);
        }
        int index = devices - FIRST_WITH_GZF;
        int gzf = index < GZF_PERCENT.size() ? GZF_PERCENT.get(index) : GZF_PERCENT_FROM_NINE;
        return Power.ofWatts(Math.toIntExact(EACH_W + (long) (devices - 1) * gzf * EACH_W / 100));
    }
}
