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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.HighestByDay;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/** Where what the meters showed is kept. */
public interface MeterLog {

    /** Keeps nothing. */
    MeterLog NONE = new MeterLog() {
        @Override
        public void ended(List<QuarterHourLine> quarterHours) {}

        @Override
        public Map<StrandId, Power> peaksSince(Instant from) {
            return Map.of();
        }

        @Override
        public void highest(StrandId strand, HighestByDay days) {}

        @Override
        public void dimming(DimmingLine line) {}
    };

    /** Quarter hours that have ended. */
    void ended(List<QuarterHourLine> quarterHours);

    /** The mean power of each strand's highest quarter hour since then. */
    Map<StrandId, Power> peaksSince(Instant from);

    /** The highest base loads of the last days. */
    void highest(StrandId strand, HighestByDay days);

    /** Writes a dimming, or what became of it since. */
    void dimming(DimmingLine line);

    /** @param assumedS seconds of it in which nobody measured */
    record QuarterHourLine(StrandId strand, Instant from, Energy energy, long assumedS) {}

    /**
     * One dimming by the grid operator; section 14a EnWG has it kept for two years.
     *
     * @param signalledAt with the strand, its key
     * @param before what the devices drew when the signal came
     * @param keptAt when they drew no more than the limit; null: not yet
     * @param endedAt null: it lasts
     */
    record DimmingLine(
            StrandId strand,
            GridSignal.Channel channel,
            Instant signalledAt,
            Power limit,
            Power before,
            @Nullable Instant keptAt,
            @Nullable Instant endedAt) {}
}
