/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Power;

/**
 * Where only some EVSEs below a dimmed strand are controllable devices, these share among themselves, by the same
 * allocation, what the grid operator leaves; what each gets so is its ceiling when all share.
 */
final class DimmedDemands {

    private final Allocator allocator;
    private final Steerable steerable;

    DimmedDemands(Allocator allocator, Steerable steerable) {
        this.allocator = allocator;
        this.steerable = steerable;
    }

    Snapshot of(Snapshot snapshot, Map<StrandId, Power> dimmed) {
        Snapshot lowered = snapshot;
        for (Map.Entry<StrandId, Power> strand : dimmed.entrySet()) {
            lowered = of(lowered, strand.getKey(), strand.getValue());
        }
        return lowered;
    }

    private Snapshot of(Snapshot snapshot, StrandId strand, Power left) {
        List<EvseRef> devices = steerable.below(snapshot.site().strand(strand), snapshot.site()).stream()
                .map(evse -> evse.ref())
                .toList();
        Map<StrandId, Capacity> capacities = new HashMap<>(snapshot.capacities());
        capacities.computeIfPresent(
                strand, (_, all) -> new Capacity(all.currents(), all.currentSource(), left, LimitSource.GRID_OPERATOR));
        List<Demand> theirs = snapshot.demands().stream()
                .filter(demand -> devices.contains(demand.evse()))
                .toList();
        Plan among = allocator.allocate(new Snapshot(snapshot.now(), snapshot.site(), capacities, theirs));
        List<Demand> demands = new ArrayList<>();
        for (Demand demand : snapshot.demands()) {
            Allocation share = among.of(demand.evse());
            boolean isDevice = devices.contains(demand.evse());
            Current ceiling = share == null ? Current.ZERO : share.current();
            demands.add(isDevice ? demand.dimmedTo(ceiling) : demand);
        }
        return new Snapshot(snapshot.now(), snapshot.site(), snapshot.capacities(), demands);
    }
}
