/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * Everything that a plan depends on.
 *
 * @param capacities one for each strand of the site
 * @param demands one for each EVSE that wants to charge, in any order
 */
public record Snapshot(Instant now, Site site, Map<StrandId, Capacity> capacities, List<Demand> demands) {

    public Snapshot {
        capacities = Map.copyOf(capacities);
        demands = List.copyOf(demands);
    }

    /** The same with the demands of such EVSEs only. */
    public Snapshot only(Predicate<EvseRef> isSuch) {
        return new Snapshot(
                now,
                site,
                capacities,
                demands.stream().filter(demand -> isSuch.test(demand.evse())).toList());
    }

    /** The same with {@code taken} flowing already below each strand. */
    public Snapshot less(Map<StrandId, PhaseCurrents> taken) {
        return new Snapshot(now, site, Capacities.less(site, capacities, taken), demands);
    }
}
