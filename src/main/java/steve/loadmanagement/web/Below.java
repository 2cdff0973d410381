/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** What hangs below a strand, as it is stored. */
final class Below {

    private Below() {}

    static List<Placement> placements(StrandId id, List<StoredStrand> strands, List<Placement> placements) {
        Set<StrandId> fed = new HashSet<>(Set.of(id));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (StoredStrand stored : strands) {
                Strand strand = stored.strand();
                grows |= strand.parent() != null && fed.contains(strand.parent()) && fed.add(strand.id());
            }
        }
        return placements.stream()
                .filter(placement -> fed.contains(placement.strand()))
                .toList();
    }
}
