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
import java.util.List;
import java.util.Map;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.StrandId;

/**
 * Everything that the pages show of now.
 *
 * @param on whether load management runs
 * @param why if not, why
 * @param at when this was put together
 */
record StateView(
        boolean on, String why, Instant at, List<StrandView> strands, List<EvseView> evses, List<AlarmView> alarms) {

    static StateView off(ControlLoop.Status status, Instant at) {
        return new StateView(false, status.why(), at, List.of(), List.of(), List.of());
    }

    static StateView of(
            Layout layout, Map<StrandId, LiveSite> live, List<AlarmView> alarms, Manner manner, Instant at) {
        Map<StrandId, String> names = layout.strands().stream()
                .collect(toMap(
                        stored -> stored.strand().id(),
                        stored -> stored.strand().name()));
        return new StateView(
                true,
                "",
                at,
                layout.strands().stream()
                        .map(stored ->
                                StrandView.of(stored, live.get(stored.strand().id())))
                        .toList(),
                layout.placements().stream()
                        .map(placement -> EvseView.of(
                                placement,
                                names.getOrDefault(placement.strand(), ""),
                                live.get(placement.strand()),
                                manner))
                        .toList(),
                alarms);
    }

    /** What is built, as it is stored. */
    record Layout(List<StoredStrand> strands, List<Placement> placements) {}
}
