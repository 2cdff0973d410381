/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.HighestByDay;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** Where meters, limits over time and what belongs to them are kept. */
@FunctionalInterface
public interface DynamicSource {

    /** There is nothing of the kind. */
    DynamicSource NONE = () -> Settings.NOTHING;

    /**
     * All as it is now.
     *
     * @throws RuntimeException if it cannot be read; the cycle goes on with what it read last
     */
    Settings read();

    /**
     * What operators and machines set.
     *
     * @param rules of strands where they are not the usual ones
     * @param steerable EVSEs that are controllable devices under section 14a EnWG
     * @param signals the newest of each channel of each strand
     * @param highest base loads of the last days
     */
    record Settings(
            List<MeterSettings> meters,
            List<LimitOverTime> limits,
            List<PeakTarget> targets,
            Map<StrandId, GridRules> rules,
            Set<EvseRef> steerable,
            List<GridSignal> signals,
            Map<StrandId, HighestByDay> highest) {

        public static final Settings NOTHING =
                new Settings(List.of(), List.of(), List.of(), Map.of(), Set.of(), List.of(), Map.of());

        public Settings {
            meters = List.copyOf(meters);
            limits = List.copyOf(limits);
            targets = List.copyOf(targets);
            rules = Map.copyOf(rules);
            steerable = Set.copyOf(steerable);
            signals = List.copyOf(signals);
            highest = Map.copyOf(highest);
        }

        /** By whose clock the strand's quarter hours begin. */
        ZoneId zoneOf(StrandId strand) {
            return targets.stream()
                    .filter(target -> target.strand().equals(strand))
                    .map(PeakTarget::zone)
                    .findFirst()
                    .orElse(ZoneOffset.UTC);
        }
    }
}
