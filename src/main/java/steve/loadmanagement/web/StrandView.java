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
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * A strand on the page.
 *
 * @param grantedMa sum of what the plan grants below it
 * @param measuredMa sum of what the vehicles below it draw, as far as known
 * @param measuredComplete false where a vehicle that charges below it has no fresh reading
 * @param committedMa what may flow at worst
 * @param binding what of it decides what somebody gets: phases, or Power
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
        int version,
        @Nullable Milliamps grantedMa,
        @Nullable Milliamps measuredMa,
        boolean measuredComplete,
        @Nullable Milliamps committedMa,
        @Nullable Integer grantedW,
        @Nullable Integer measuredW,
        @Nullable Integer committedW,
        List<String> binding,
        int sessions,
        @Nullable Instant cycleAt) {

    static StrandView of(StoredStrand stored, @Nullable CycleReport report) {
        Strand strand = stored.strand();
        Sums sums = report == null ? null : Sums.of(strand, report);
        Power power = strand.rating().power();
        return new StrandView(
                strand.id().value(),
                strand.name(),
                strand.parent() == null ? null : strand.parent().value(),
                Milliamps.of(strand.rating().currents()),
                power == null ? null : power.watts(),
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
                stored.version(),
                sums == null ? null : Milliamps.of(sums.granted()),
                sums == null ? null : Milliamps.of(sums.measured()),
                sums != null && sums.isComplete(),
                sums == null ? null : Milliamps.of(sums.committed()),
                sums == null ? null : watts(strand, sums.granted()),
                sums == null ? null : watts(strand, sums.measured()),
                sums == null ? null : watts(strand, sums.committed()),
                report == null ? List.of() : binding(strand, report.plan()),
                sums == null ? 0 : sums.sessions(),
                StateView.at(report));
    }

    private static int watts(Strand strand, PhaseCurrents currents) {
        return strand.voltage().power(currents).watts();
    }

    private static List<String> binding(Strand strand, Plan plan) {
        return plan.allocations().stream()
                .map(allocation -> allocation.reason().constraint())
                .filter(constraint -> constraint != null && constraint.strand().equals(strand.id()))
                .map(constraint -> constraint.phase() == null
                        ? "Power"
                        : constraint.phase().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** Sums over the EVSEs below a strand. */
    private record Sums(
            PhaseCurrents granted, PhaseCurrents measured, PhaseCurrents committed, boolean isComplete, int sessions) {

        static Sums of(Strand strand, CycleReport report) {
            Site site = report.snapshot().site();
            List<Evse> below = site.evses().stream()
                    .filter(evse -> site.wayToRoot(evse.strand()).contains(strand))
                    .toList();
            PhaseCurrents granted = PhaseCurrents.ZERO;
            PhaseCurrents measured = PhaseCurrents.ZERO;
            boolean isComplete = true;
            int sessions = 0;
            for (Evse evse : below) {
                var allocation = report.plan().of(evse.ref());
                Current current = allocation == null ? Current.ZERO : allocation.current();
                granted =
                        granted.plus(evse.wiring().spread(current, evse.wiring().conductorCount()));
                Reading reading = report.facts().of(evse.ref()).reading();
                boolean hasSession = report.facts().of(evse.ref()).session() != null;
                sessions += hasSession ? 1 : 0;
                if (hasSession && reading != null && reading.imported() != null) {
                    measured = measured.plus(
                            evse.wiring().toGrid(reading.imported().pessimistic()));
                } else if (hasSession) {
                    isComplete = false;
                }
            }
            PhaseCurrents committed = report.committed().getOrDefault(strand.id(), PhaseCurrents.ZERO);
            return new Sums(granted, measured, committed, isComplete, sessions);
        }
    }
}
