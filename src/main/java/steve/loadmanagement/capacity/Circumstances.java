/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/**
 * What lowers a site's capacities at one moment, beside what its fuses bear.
 *
 * @param limits over time, of any strand; those that do not hold count nothing
 * @param metered other consumers below metered strands
 * @param targets what the quarter hour allows yet, everything below the strand together
 * @param dimmed what the grid operator leaves to the EVSEs below the strand, other consumers apart
 */
public record Circumstances(
        Instant now,
        List<LimitOverTime> limits,
        Map<StrandId, MeteredLoad> metered,
        Map<StrandId, Power> targets,
        Map<StrandId, Power> dimmed) {

    public Circumstances {
        limits = List.copyOf(limits);
        metered = Map.copyOf(metered);
        targets = Map.copyOf(targets);
        dimmed = Map.copyOf(dimmed);
    }

    /** Nothing does. */
    public static Circumstances none(Instant now) {
        return new Circumstances(now, List.of(), Map.of(), Map.of(), Map.of());
    }
}
