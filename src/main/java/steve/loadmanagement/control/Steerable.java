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
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;

/** Which EVSEs are controllable devices under section 14a EnWG. */
record Steerable(Set<EvseRef> evses) {

    /** Those below the strand. */
    List<Evse> below(Strand strand, Site site) {
        return site.evses().stream()
                .filter(evse -> evses.contains(evse.ref())
                        && site.wayToRoot(evse.strand()).contains(strand))
                .toList();
    }

    /** Whether every EVSE below the strand is one. */
    boolean areAll(Strand strand, Site site) {
        return site.evses().stream()
                .filter(evse -> site.wayToRoot(evse.strand()).contains(strand))
                .allMatch(evse -> evses.contains(evse.ref()));
    }
}
