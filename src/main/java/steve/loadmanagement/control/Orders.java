/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.List;
import java.util.Set;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/**
 * What operators ordered, as it holds now.
 *
 * @param priorities who comes first
 * @param paused who gets nothing
 */
record Orders(List<Priority> priorities, Set<EvseRef> paused) {

    Orders {
        priorities = List.copyOf(priorities);
        paused = Set.copyOf(paused);
    }

    /** A paused EVSE can use nothing. */
    Demand apply(Demand demand) {
        return paused.contains(demand.evse()) ? demand.upTo(Current.ZERO) : demand;
    }
}
