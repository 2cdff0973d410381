/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Reason;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.history.Decision;
import steve.loadmanagement.history.HeldBack;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * How the limit that decides was divided. The parts and what is free add up to it.
 *
 * @param unit A or kW
 * @param limit what vehicles could share, in mA or W
 * @param free in mA or W
 */
record Division(WhyView.LimitView by, String unit, int limit, int free, List<Part> parts) {

    /**
     * What one EVSE has of it, in mA or W.
     *
     * @param held null: granted; else why it is held back
     */
    record Part(String evse, int amount, @Nullable String held) {}

    /** Null: it is a difference between phases, which is not divided. */
    static @Nullable Division of(Reason.Constraint constraint, Decision decision, Plan plan) {
        Integer limit = WhyView.amount(constraint, decision.whole());
        if (limit == null || constraint.quantity() == Reason.Quantity.UNBALANCE) {
            return null;
        }
        Site site = decision.planned().site();
        Strand strand = site.strand(constraint.strand());
        List<Part> parts = new ArrayList<>();
        for (Demand demand : decision.planned().demands()) {
            Evse evse = site.evse(demand.evse());
            Allocation allocation = plan.of(demand.evse());
            if (evse != null && allocation != null && hangsBelow(evse.strand(), strand, site)) {
                int phases = evse.wiring().counted(demand.phasesUsed());
                PhaseCurrents load = evse.wiring().spread(allocation.current(), phases);
                add(parts, new Part(evse.ref().toString(), amount(load, strand, constraint.phase()), null));
            }
        }
        for (HeldBack held : decision.held()) {
            if (!held.isPlanned() && hangsBelow(held.strand(), strand, site)) {
                int amount = amount(held.amount(), strand, constraint.phase());
                add(parts, new Part(held.evse().toString(), amount, held.why().name()));
            }
        }
        return new Division(
                WhyView.LimitView.of(constraint, decision.planned()),
                constraint.quantity() == Reason.Quantity.POWER ? "kW" : "A",
                limit,
                limit - parts.stream().mapToInt(Part::amount).sum(),
                parts);
    }

    private static boolean hangsBelow(StrandId on, Strand strand, Site site) {
        return site.wayToRoot(on).contains(strand);
    }

    private static int amount(PhaseCurrents load, Strand strand, @Nullable Phase phase) {
        return phase == null
                ? strand.voltage().power(load).watts()
                : load.on(phase).milliamps();
    }

    private static void add(List<Part> parts, Part part) {
        if (part.amount() > 0) {
            parts.add(part);
        }
    }
}
