/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Reason;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.history.HeldBack;
import steve.loadmanagement.history.StrandFigures;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** The newest report of a site, with the sums that pages show; made once for each look. */
record LiveSite(
        CycleReport report,
        Map<StrandId, StrandFigures> figures,
        Map<StrandId, List<HeldBack>> heldBelow,
        Map<EvseRef, Demand> demands,
        Map<StrandId, List<String>> binding) {

    static LiveSite of(CycleReport report, Duration maximumReadingAge) {
        Site site = report.snapshot().site();
        Map<StrandId, List<HeldBack>> heldBelow = new HashMap<>();
        for (HeldBack held : HeldBack.of(report)) {
            Evse evse = site.evse(held.evse());
            if (evse != null) {
                site.wayToRoot(evse.strand())
                        .forEach(strand -> heldBelow
                                .computeIfAbsent(strand.id(), _ -> new ArrayList<>())
                                .add(held));
            }
        }
        return new LiveSite(
                report,
                StrandFigures.of(report, maximumReadingAge),
                heldBelow,
                report.snapshot().demands().stream()
                        .collect(toMap(Demand::evse, Function.identity(), (first, _) -> first)),
                binding(report));
    }

    /** What of each strand decides what somebody gets: phases, Power, or unbalance. */
    private static Map<StrandId, List<String>> binding(CycleReport report) {
        Map<StrandId, List<Reason.Constraint>> byStrand = report.plan().allocations().stream()
                .flatMap(allocation ->
                        java.util.stream.Stream.ofNullable(allocation.reason().constraint()))
                .distinct()
                .collect(groupingBy(Reason.Constraint::strand));
        Map<StrandId, List<String>> binding = new HashMap<>();
        byStrand.forEach((strand, constraints) -> binding.put(
                strand,
                constraints.stream().map(LiveSite::word).distinct().sorted().toList()));
        return binding;
    }

    private static String word(Reason.Constraint constraint) {
        return switch (constraint.quantity()) {
            case POWER -> "Power";
            case UNBALANCE -> "Unbalance";
            case CURRENT ->
                constraint.phase() == null ? "Power" : constraint.phase().name();
        };
    }

    @Nullable
    StrandFigures figures(Strand strand) {
        return figures.get(strand.id());
    }

    List<HeldBack> held(StrandId strand) {
        return heldBelow.getOrDefault(strand, List.of());
    }
}
