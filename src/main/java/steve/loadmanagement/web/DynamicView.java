/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Dimming;
import steve.loadmanagement.capacity.MeteredLoad;
import steve.loadmanagement.capacity.QuarterHour;
import steve.loadmanagement.control.GridView;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * A metered strand as JSON.
 *
 * @param meteredMa what its meters show together; null: one is stale
 * @param load MEASURED, ASSUMED or STOPPED
 * @param baseLoadMa other consumers; null: nothing is shared
 * @param problem why it is assumed or stopped
 * @param quarterMeanW mean power of the running quarter hour so far, over its whole length
 */
record DynamicView(
        int strand,
        List<One> meters,
        @Nullable Milliamps meteredMa,
        @Nullable Integer meteredW,
        String load,
        @Nullable Milliamps baseLoadMa,
        @Nullable Integer baseLoadW,
        @Nullable Milliamps reserveMa,
        @Nullable String problem,
        @Nullable Instant quarterFrom,
        @Nullable Integer quarterMeanW,
        @Nullable Integer peakW,
        boolean dimmed,
        @Nullable Integer dimmedToW) {

    /** One of its meters. */
    record One(int id, String name, MeterView newest) {}

    static DynamicView of(GridView view) {
        QuarterHour quarter = view.quarterHour();
        Dimming dimming = view.dimming();
        Known known = Known.of(view.load());
        return new DynamicView(
                view.strand().value(),
                view.meters().stream()
                        .map(it -> new One(it.meter().id().value(), it.meter().name(), MeterView.of(it.newest())))
                        .toList(),
                view.sum() == null ? null : Milliamps.of(view.sum().currents()),
                view.sum() == null ? null : watts(view.sum().power()),
                known.kind(),
                Milliamps.of(known.baseLoad()),
                watts(known.power()),
                Milliamps.of(view.reserve()),
                known.problem(),
                quarter == null ? null : quarter.from(),
                quarter == null ? null : watts(quarter.mean()),
                watts(view.peak()),
                dimming.isDimmed(),
                watts(dimming.limit()));
    }

    private static @Nullable Integer watts(@Nullable Power power) {
        return power == null ? null : (Integer) power.watts();
    }

    private record Known(
            String kind,
            @Nullable PhaseCurrents baseLoad,
            @Nullable Power power,
            @Nullable String problem) {

        static Known of(MeteredLoad load) {
            return switch (load) {
                case MeteredLoad.Measured it -> new Known("MEASURED", it.baseLoad(), it.power(), null);
                case MeteredLoad.Assumed it -> new Known("ASSUMED", it.baseLoad(), it.power(), it.why());
                case MeteredLoad.Stopped it -> new Known("STOPPED", null, null, it.why());
            };
        }
    }
}
