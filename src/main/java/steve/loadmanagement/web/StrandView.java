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
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.history.StrandFigures;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * A strand on the page.
 *
 * @param limitMa what its fuse bears
 * @param capacityMa what vehicles may share now: the limit in force, less margin and base load
 * @param baseLoadMa what other consumers below it take, by meters, with the reserve kept free beside them; already off the
 *     capacity; below zero where more is generated than used; null: nobody measures them, or nothing can be said
 * @param baseLoadW the same over all phases
 * @param currentSource who set the limit in A that is in force
 * @param grantedMa sum of what the plan grants below it
 * @param measuredMa sum of what the vehicles below it draw, as far as known
 * @param measuredComplete false where a vehicle that charges below it has no fresh reading
 * @param committedMa what may flow at worst
 * @param binding what of it decides what somebody gets: phases, Power, or Unbalance
 * @param held what is held back below it, for whom and why
 */
record StrandView(
        int id,
        String name,
        @Nullable Integer parent,
        @Nullable Milliamps limitMa,
        @Nullable Integer limitW,
        String school,
        int fallbackMa,
        long fallbackAfterS,
        String mode,
        String measure,
        String others,
        @Nullable Integer unbalanceMa,
        int marginMa,
        int marginPercent,
        boolean closedLoop,
        int voltageV,
        int version,
        @Nullable Milliamps capacityMa,
        @Nullable Integer capacityW,
        @Nullable Milliamps baseLoadMa,
        @Nullable Integer baseLoadW,
        @Nullable String currentSource,
        @Nullable String powerSource,
        @Nullable Milliamps grantedMa,
        @Nullable Milliamps measuredMa,
        boolean measuredComplete,
        @Nullable Milliamps committedMa,
        @Nullable Integer grantedW,
        @Nullable Integer measuredW,
        @Nullable Integer committedW,
        List<String> binding,
        List<HeldView> held,
        @Nullable Instant cycleAt) {

    private static final int MOST_HELD = 12;

    static StrandView of(StoredStrand stored, @Nullable LiveSite live) {
        Strand strand = stored.strand();
        StrandFigures sums = live == null ? null : live.figures(strand);
        Capacity capacity =
                live == null ? null : live.report().snapshot().capacities().get(strand.id());
        Power power = strand.rating().power();
        return new StrandView(
                strand.id().value(),
                strand.name(),
                strand.parent() == null ? null : (Integer) strand.parent().value(),
                Milliamps.of(strand.rating().currents()),
                watts(power),
                strand.fallback().school().name(),
                strand.fallback().inTheEnd().milliamps(),
                strand.fallback().after().toSeconds(),
                strand.mode().name(),
                strand.sharing().measure().name(),
                strand.sharing().others().name(),
                Milliamps.of(strand.unbalance()),
                strand.margin().current().milliamps(),
                strand.margin().percent(),
                strand.closedLoop(),
                strand.voltage().volts(),
                stored.version(),
                capacity == null ? null : Milliamps.of(capacity.currents()),
                capacity == null ? null : watts(capacity.power()),
                capacity == null ? null : Milliamps.of(capacity.baseLoad()),
                capacity == null ? null : watts(capacity.basePower()),
                capacity == null ? null : capacity.currentSource().name(),
                capacity == null ? null : capacity.powerSource().name(),
                sums == null ? null : Milliamps.of(sums.granted()),
                sums == null ? null : Milliamps.of(sums.measured()),
                sums != null && sums.isComplete(),
                sums == null ? null : Milliamps.of(sums.committed()),
                sums == null ? null : (Integer) watts(strand, sums.granted()),
                sums == null ? null : (Integer) watts(strand, sums.measured()),
                sums == null ? null : (Integer) watts(strand, sums.committed()),
                live == null ? List.of() : live.binding().getOrDefault(strand.id(), List.of()),
                held(strand, live),
                live == null ? null : live.report().facts().now());
    }

    private static List<HeldView> held(Strand strand, @Nullable LiveSite live) {
        return live == null
                ? List.of()
                : live.held(strand.id()).stream()
                        .limit(MOST_HELD)
                        .map(HeldView::of)
                        .toList();
    }

    private static @Nullable Integer watts(@Nullable Power power) {
        return power == null ? null : (Integer) power.watts();
    }

    private static int watts(Strand strand, PhaseCurrents currents) {
        return strand.voltage().power(currents).watts();
    }
}
