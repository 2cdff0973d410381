/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Dimming;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeteredLoad;
import steve.loadmanagement.capacity.QuarterHour;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * A metered strand as the newest cycle saw it.
 *
 * @param sum what its meters show together; null: one is stale
 * @param load other consumers, or what is assumed of them
 * @param peak mean power of the highest quarter hour of the year; null: none has ended yet
 */
public record GridView(
        StrandId strand,
        List<MeterView> meters,
        MeterReading.@Nullable Measured sum,
        MeteredLoad load,
        PhaseCurrents reserve,
        @Nullable QuarterHour quarterHour,
        @Nullable Power peak,
        Dimming dimming) {

    public GridView {
        meters = List.copyOf(meters);
    }

    /** A meter and the newest that came from it; null: nothing yet. */
    public record MeterView(MeterSettings meter, @Nullable MeterReading newest) {}
}
