/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;

/** Sums of worst cases: what the EVSEs below each strand may draw at most, phase by phase. */
public final class Committed {

    private Committed() {}

    /** For every strand of the site, the sum of the loads on the phases of the grid of the EVSEs below it. */
    public static Map<StrandId, PhaseCurrents> below(Site site, Function<Evse, PhaseCurrents> load) {
        Map<StrandId, PhaseCurrents> sums = new HashMap<>();
        for (Strand strand : site.strands().reversed()) {
            PhaseCurrents sum = sums.getOrDefault(strand.id(), PhaseCurrents.ZERO);
            for (Evse evse : site.evsesOn(strand.id())) {
                sum = sum.plus(load.apply(evse));
            }
            sums.put(strand.id(), sum);
            StrandId parent = strand.parent();
            if (parent != null) {
                sums.merge(parent, sum, PhaseCurrents::plus);
            }
        }
        return sums;
    }
}
