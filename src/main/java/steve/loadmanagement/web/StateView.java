/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.StrandId;

/**
 * Everything that the page shows, as JSON. Currents in mA, power in W; what is not known is null, never 0.
 *
 * @param on whether load management runs
 * @param why why not
 */
record StateView(boolean on, String why, List<StrandView> strands, List<EvseView> evses) {

    static StateView off(ControlLoop.Status status) {
        return new StateView(false, status.why(), List.of(), List.of());
    }

    static StateView of(
            ControlLoop.Status status,
            List<StoredStrand> strands,
            List<Placement> placements,
            List<CycleReport> reports) {
        Map<StrandId, CycleReport> reportOf = new HashMap<>();
        for (CycleReport report : reports) {
            report.snapshot().site().strands().forEach(strand -> reportOf.put(strand.id(), report));
        }
        Map<StrandId, String> names = strands.stream()
                .collect(toMap(
                        stored -> stored.strand().id(),
                        stored -> stored.strand().name()));
        List<StrandView> strandViews = new ArrayList<>();
        for (StoredStrand stored : strands) {
            strandViews.add(StrandView.of(stored, reportOf.get(stored.strand().id())));
        }
        List<EvseView> evseViews = placements.stream()
                .map(placement -> EvseView.of(
                        placement, names.getOrDefault(placement.strand(), ""), reportOf.get(placement.strand())))
                .toList();
        return new StateView(true, status.why(), strandViews, evseViews);
    }

    static @Nullable Instant at(@Nullable CycleReport report) {
        return report == null ? null : report.facts().now();
    }
}
