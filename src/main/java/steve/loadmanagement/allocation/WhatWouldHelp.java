/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * What would give an EVSE more: the same snapshot planned again with one thing changed. Only what does help is told.
 *
 * @param helps what the EVSE would get, and by what
 */
public record WhatWouldHelp(List<Help> helps) {

    /** How much more the limit that decides is supposed to have. */
    private static final Current MORE = Current.ofAmps(10);

    private static final Power MORE_POWER = Power.ofKilowatts(10);

    public WhatWouldHelp {
        helps = List.copyOf(helps);
    }

    /** One change, and what it would give. */
    public sealed interface Help {

        Current gets();

        /** Its session has priority over all others. */
        record ByPriority(Current gets) implements Help {}

        /** Its vehicle is known to use one phase. */
        record ByKnownPhases(Current gets) implements Help {}

        /** The limit that decides is 10 A, or 10 kW, higher. */
        record ByLimit(Current gets, Reason.Constraint constraint) implements Help {}
    }

    public static WhatWouldHelp of(EvseRef evse, Snapshot snapshot, Allocator allocator) {
        @Nullable Allocation now = allocator.allocate(snapshot).of(evse);
        if (now == null) {
            return new WhatWouldHelp(List.of());
        }
        List<Help> helps = new ArrayList<>();
        int first = snapshot.demands().stream().mapToInt(Demand::tier).min().orElse(0);
        Snapshot prior = with(snapshot, evse, demand -> demand.inTier(first - 1));
        helps.add(new Help.ByPriority(currentOf(evse, allocator.allocate(prior))));
        Snapshot seen = with(snapshot, evse, demand -> demand.phasesUsed() == null ? demand.onPhases(1) : demand);
        helps.add(new Help.ByKnownPhases(currentOf(evse, allocator.allocate(seen))));
        Reason.Constraint constraint = now.reason().constraint();
        if (constraint != null) {
            Plan wider = allocator.allocate(wider(snapshot, constraint.strand()));
            helps.add(new Help.ByLimit(currentOf(evse, wider), constraint));
        }
        return new WhatWouldHelp(helps.stream()
                .filter(help -> help.gets().isMoreThan(now.current()))
                .toList());
    }

    private static Snapshot with(Snapshot snapshot, EvseRef evse, UnaryOperator<Demand> change) {
        List<Demand> demands = snapshot.demands().stream()
                .map(demand -> demand.evse().equals(evse) ? change.apply(demand) : demand)
                .toList();
        return new Snapshot(snapshot.now(), snapshot.site(), snapshot.capacities(), demands);
    }

    private static Snapshot wider(Snapshot snapshot, StrandId strand) {
        Map<StrandId, Capacity> capacities = new HashMap<>(snapshot.capacities());
        capacities.computeIfPresent(strand, (_, capacity) -> {
            PhaseCurrents currents = capacity.currents();
            Power power = capacity.power();
            return new Capacity(
                    currents == null ? null : currents.plus(PhaseCurrents.ofEach(MORE)),
                    capacity.currentSource(),
                    power == null ? null : power.plus(MORE_POWER),
                    capacity.powerSource());
        });
        return new Snapshot(snapshot.now(), snapshot.site(), capacities, snapshot.demands());
    }

    private static Current currentOf(EvseRef evse, Plan plan) {
        Allocation allocation = plan.of(evse);
        return allocation == null ? Current.ZERO : allocation.current();
    }

    /** A line for each. */
    public String explain(Snapshot snapshot, Locale locale) {
        Words words = new Words(locale);
        StringBuilder text = new StringBuilder();
        for (Help help : helps) {
            String gets = words.of(help.gets());
            text.append(
                            switch (help) {
                                case Help.ByPriority _ -> words.text("help.PRIORITY", gets);
                                case Help.ByKnownPhases _ -> words.text("help.PHASES", gets);
                                case Help.ByLimit it ->
                                    words.text("help.LIMIT", gets, words.limit(it.constraint(), snapshot));
                            })
                    .append('\n');
        }
        return text.toString();
    }
}
