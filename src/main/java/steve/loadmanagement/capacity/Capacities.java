/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** Capacities of a site's strands. Without meters and limits over time: their ratings. */
public final class Capacities {

    private Capacities() {}

    public static Map<StrandId, Capacity> of(Site site) {
        return site.strands().stream().collect(toUnmodifiableMap(Strand::id, Capacities::ofRating));
    }

    private static Capacity ofRating(Strand strand) {
        Limit rating = strand.rating();
        return new Capacity(rating.currents(), LimitSource.RATING, rating.power(), LimitSource.RATING);
    }
}
