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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.HighestByDay;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.capacity.SignalLine;
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
     * @param lines ways on which signals come in by themselves
     */
    record Settings(
            List<MeterSettings> meters,
            List<LimitOverTime> limits,
            List<PeakTarget> targets,
            Map<StrandId, GridRules> rules,
            Set<EvseRef> steerable,
            List<GridSignal> signals,
            Map<StrandId, HighestByDay> highest,
            List<SignalLine> lines) {

        public static final Settings NOTHING =
                new Settings(List.of(), List.of(), List.of(), Map.of(), Set.of(), List.of(), Map.of(), List.of());

        public Settings {
            meters = List.copyOf(meters);
            limits = List.copyOf(limits);
            targets = List.copyOf(targets);
            rules = Map.copyOf(rules);
            steerable = Set.copyOf(steerable);
            signals = List.copyOf(signals);
            highest = Map.copyOf(highest);
            lines = List.copyOf(lines);
        }

        /** The same with other limits and signals. */
        Settings with(List<LimitOverTime> newLimits, List<GridSignal> newSignals) {
            return new Settings(meters, newLimits, targets, rules, steerable, newSignals, highest, lines);
        }

        /** The newest of a channel; null: it never spoke. */
        @Nullable
        GridSignal signal(StrandId strand, GridSignal.Channel channel) {
            return signals.stream()
                    .filter(known ->
                            known.strand().equals(strand) && known.channel().equals(channel))
                    .findFirst()
                    .orElse(null);
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
