/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Dimming;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeteredLoad;
import steve.loadmanagement.capacity.MeteredStrand;
import steve.loadmanagement.capacity.Oddity;
import steve.loadmanagement.control.Alarms.Condition;
import steve.loadmanagement.unit.Age;

/** What an operator should know of a grid connection. */
final class GridConditions {

    private GridConditions() {}

    static void of(
            MeteredStrand strand,
            Function<MeterId, @Nullable MeterReading> newest,
            Instant now,
            Map<Condition, String> found) {
        Oddity oddity = strand.oddity();
        if (oddity != null) {
            found.put(
                    new Condition(Alarm.Kind.METER_ODD, strand.strand().name()),
                    "its meter " + oddity.words() + consequence(strand.load(now)));
        }
        for (MeterSettings meter : strand.meters()) {
            MeterReading reading = newest.apply(meter.id());
            boolean isOld = reading == null || Age.isStale(reading.at(), now, meter.maximumAge());
            if (reading instanceof MeterReading.Unusable unusable && !isOld) {
                found.put(
                        new Condition(Alarm.Kind.GRID_METER_STALE, meter.name()),
                        unusable.why() + consequence(strand.load(now)));
            } else if (isOld) {
                String since = reading == null ? "no reading yet" : "no reading since " + reading.at();
                found.put(
                        new Condition(Alarm.Kind.GRID_METER_STALE, meter.name()),
                        since + consequence(strand.load(now)));
            }
        }
    }

    static void of(Dimming dimming, String strand, Map<Condition, String> found) {
        if (dimming.isContradictory()) {
            found.put(
                    new Condition(Alarm.Kind.SIGNALS_CONTRADICT, strand),
                    "one channel of the grid operator dims, another one released after it: dimmed all the same");
        }
        if (dimming.isFailSafe()) {
            found.put(
                    new Condition(Alarm.Kind.GRID_OPERATOR_SILENT, strand),
                    "a channel of the grid operator has fallen silent: its fail-safe limit holds for a while");
        }
    }

    private static String consequence(MeteredLoad load) {
        return switch (load) {
            case MeteredLoad.Measured _ -> "";
            case MeteredLoad.Assumed it -> ": other consumers are assumed to take " + it.baseLoad();
            case MeteredLoad.Stopped _ -> ": nothing is shared below its strand until it is back";
        };
    }
}
