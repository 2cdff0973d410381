/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.ledger.Committed;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What one cycle saw on a strand: sums over the EVSEs below it, on the phases of the grid.
 *
 * @param granted by the plan
 * @param measured what vehicles draw, as far as it is measured
 * @param isComplete whether every session below has a fresh reading; if not, they draw at least {@code measured}
 * @param committed what may flow at worst
 */
public record StrandFigures(
        Strand strand, PhaseCurrents granted, PhaseCurrents measured, boolean isComplete, PhaseCurrents committed) {

    /** Those of all strands of a site. An older reading than that is none. */
    public static Map<StrandId, StrandFigures> of(CycleReport report, Duration maximumReadingAge) {
        Site site = report.snapshot().site();
        Map<EvseRef, Demand> demands = demands(report);
        Map<StrandId, PhaseCurrents> granted = Committed.below(site, evse -> granted(evse, report, demands));
        Map<StrandId, PhaseCurrents> measured =
                Committed.below(site, evse -> orZero(measured(evse, report, maximumReadingAge)));
        Map<StrandId, PhaseCurrents> unmeasured = Committed.below(
                site,
                evse -> report.facts().of(evse.ref()).session() != null
                                && measured(evse, report, maximumReadingAge) == null
                        ? PhaseCurrents.ofEach(Current.ofMilliamps(1))
                        : PhaseCurrents.ZERO);
        return site.strands().stream()
                .collect(toMap(
                        Strand::id,
                        strand -> new StrandFigures(
                                strand,
                                granted.getOrDefault(strand.id(), PhaseCurrents.ZERO),
                                measured.getOrDefault(strand.id(), PhaseCurrents.ZERO),
                                unmeasured
                                        .getOrDefault(strand.id(), PhaseCurrents.ZERO)
                                        .heaviest()
                                        .isZero(),
                                report.committed().getOrDefault(strand.id(), PhaseCurrents.ZERO))));
    }

    /** By EVSE. */
    static Map<EvseRef, Demand> demands(CycleReport report) {
        return report.snapshot().demands().stream()
                .collect(toMap(Demand::evse, Function.identity(), (first, _) -> first));
    }

    /** What the plan grants an EVSE, on the phases of the grid that its vehicle uses as far as known. */
    static PhaseCurrents granted(Evse evse, CycleReport report, Map<EvseRef, Demand> demands) {
        Allocation allocation = report.plan().of(evse.ref());
        Demand demand = demands.get(evse.ref());
        int phases = evse.wiring().counted(demand == null ? null : demand.phasesUsed());
        return allocation == null ? PhaseCurrents.ZERO : evse.wiring().spread(allocation.current(), phases);
    }

    /** What its vehicle draws, on the phases of the grid; null: no session, or no fresh reading. */
    public static @Nullable PhaseCurrents measured(Evse evse, CycleReport report, Duration maximumReadingAge) {
        EvseFacts facts = report.facts().of(evse.ref());
        Reading reading = facts.reading();
        return facts.session() == null
                        || reading == null
                        || reading.imported() == null
                        || reading.isStale(report.facts().now(), maximumReadingAge)
                ? null
                : evse.wiring().toGrid(reading.imported().pessimistic());
    }

    private static PhaseCurrents orZero(@Nullable PhaseCurrents currents) {
        return currents == null ? PhaseCurrents.ZERO : currents;
    }
}
