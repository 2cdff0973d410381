/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Instant;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** The means of one strand in the making. */
final class StrandMean {

    private static final int MILLIS = 1000;

    private final PhaseSum limit = new PhaseSum();
    private final PhaseSum baseLoad = new PhaseSum();
    private final PhaseSum committed = new PhaseSum();
    private final PhaseSum granted = new PhaseSum();
    private final PhaseSum measured = new PhaseSum();
    private long limitMillis;
    private long baseLoadMillis;
    private long limitWattMillis;
    private long limitPowerMillis;
    private boolean isComplete = true;

    void add(StrandFigures figures, CycleReport report, long millis) {
        Capacity capacity = report.snapshot().capacities().get(figures.strand().id());
        if (capacity != null && capacity.currents() != null) {
            limit.add(capacity.currents(), millis);
            limitMillis += millis;
        }
        if (capacity != null && capacity.power() != null) {
            limitWattMillis += capacity.power().watts() * millis;
            limitPowerMillis += millis;
        }
        if (capacity != null && capacity.baseLoad() != null) {
            baseLoad.add(capacity.baseLoad(), millis);
            baseLoadMillis += millis;
        }
        committed.add(figures.committed(), millis);
        granted.add(figures.granted(), millis);
        measured.add(figures.measured(), millis);
        isComplete = isComplete && figures.isComplete();
    }

    StrandSample sample(StrandId strand, Instant begins, long millis) {
        return new StrandSample(
                strand,
                begins,
                (int) (millis / MILLIS),
                limitMillis == 0 ? null : limit.mean(limitMillis),
                limitPowerMillis == 0 ? null : Power.ofWatts(Math.toIntExact(limitWattMillis / limitPowerMillis)),
                baseLoadMillis == 0 ? null : baseLoad.mean(baseLoadMillis),
                committed.mean(millis),
                granted.mean(millis),
                measured.mean(millis),
                isComplete);
    }
}
