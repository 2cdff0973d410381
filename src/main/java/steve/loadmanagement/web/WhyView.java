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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Explanation;
import steve.loadmanagement.allocation.Ladder;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Reason;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.allocation.WhatWouldHelp;
import steve.loadmanagement.allocation.WhatWouldHelp.Help;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.history.Decision;
import steve.loadmanagement.history.SetpointHistory.Sent;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * Why an EVSE got what it got.
 *
 * @param decidedAt when that was decided
 * @param grantedMa null: it did not want to charge
 * @param sentence null: the same
 * @param ladder what each limit alone would have allowed it, highest first; the last is what was granted
 * @param division how the limit that decides was divided; null: no limit of a strand decides
 * @param changes what it was told until then, newest first
 */
record WhyView(
        String evse,
        @Nullable Instant at,
        @Nullable Instant decidedAt,
        @Nullable Integer grantedMa,
        @Nullable String sentence,
        List<RungView> ladder,
        @Nullable Division division,
        List<HelpView> helps,
        List<Sent> changes) {

    /**
     * One rung.
     *
     * @param what EVSE, VEHICLE, MEASURED, LIMIT or GRANTED
     * @param amount the limit itself in mA or W, where it is one of a strand
     */
    record RungView(
            String what,
            int allowsMa,
            @Nullable LimitView limit,
            @Nullable Integer amount,
            boolean decides) {}

    /** A limit of a strand: its quantity is CURRENT, POWER or UNBALANCE. */
    record LimitView(
            int strandId,
            String strand,
            String quantity,
            @Nullable String phase,
            String source) {

        static LimitView of(Reason.Constraint constraint, Snapshot snapshot) {
            return new LimitView(
                    constraint.strand().value(),
                    snapshot.site().strand(constraint.strand()).name(),
                    constraint.quantity().name(),
                    constraint.phase() == null ? null : constraint.phase().name(),
                    constraint.source().name());
        }
    }

    /** One change, and what it would give: PRIORITY, PHASES or LIMIT. */
    record HelpView(String what, int getsMa, @Nullable LimitView limit) {}

    static WhyView of(EvseRef evse, Decision decision, TreeAllocator allocator, Locale locale) {
        Snapshot planned = decision.planned();
        Plan plan = allocator.allocate(planned);
        Allocation allocation = plan.of(evse);
        if (allocation == null) {
            return new WhyView(evse.toString(), null, null, null, null, List.of(), null, List.of(), List.of());
        }
        Reason.Constraint constraint = allocation.reason().constraint();
        return new WhyView(
                evse.toString(),
                null,
                null,
                allocation.current().milliamps(),
                Explanation.of(allocation, planned, locale),
                ladder(evse, decision, allocator, constraint),
                constraint == null ? null : Division.of(constraint, decision, plan),
                WhatWouldHelp.of(evse, planned, allocator).helps().stream()
                        .map(help -> help(help, planned))
                        .toList(),
                List.of());
    }

    WhyView with(Instant moment, Instant decided, List<Sent> sent) {
        return new WhyView(evse, moment, decided, grantedMa, sentence, ladder, division, helps, List.copyOf(sent));
    }

    private static List<RungView> ladder(
            EvseRef evse, Decision decision, TreeAllocator allocator, Reason.@Nullable Constraint decides) {
        List<RungView> rungs = new ArrayList<>();
        for (Ladder.Rung rung : Ladder.of(evse, decision.planned(), allocator).rungs()) {
            int allows = rung.allows().milliamps();
            rungs.add(
                    switch (rung) {
                        case Ladder.Rung.OfEvse _ -> new RungView("EVSE", allows, null, null, false);
                        case Ladder.Rung.OfVehicle it -> new RungView(it.cause().name(), allows, null, null, false);
                        case Ladder.Rung.OfLimit it ->
                            new RungView(
                                    "LIMIT",
                                    allows,
                                    LimitView.of(it.constraint(), decision.planned()),
                                    amount(it.constraint(), decision.whole()),
                                    it.constraint().equals(decides));
                        case Ladder.Rung.Granted _ -> new RungView("GRANTED", allows, null, null, false);
                    });
        }
        return rungs;
    }

    /** The limit itself, in mA or W. */
    static @Nullable Integer amount(Reason.Constraint constraint, Snapshot snapshot) {
        Capacity capacity = snapshot.capacities().get(constraint.strand());
        PhaseCurrents currents = capacity == null ? null : capacity.currents();
        return switch (constraint.quantity()) {
            case CURRENT ->
                currents == null || constraint.phase() == null
                        ? null
                        : (Integer) currents.on(constraint.phase()).milliamps();
            case POWER ->
                capacity == null || capacity.power() == null
                        ? null
                        : (Integer) capacity.power().watts();
            case UNBALANCE ->
                Milliamps.of(snapshot.site().strand(constraint.strand()).unbalance());
        };
    }

    private static HelpView help(Help help, Snapshot planned) {
        int gets = help.gets().milliamps();
        return switch (help) {
            case Help.ByPriority _ -> new HelpView("PRIORITY", gets, null);
            case Help.ByKnownPhases _ -> new HelpView("PHASES", gets, null);
            case Help.ByLimit it -> new HelpView("LIMIT", gets, LimitView.of(it.constraint(), planned));
        };
    }
}
