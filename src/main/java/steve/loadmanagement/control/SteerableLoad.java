/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.Set;
import steve.loadmanagement.capacity.Dimming;
import steve.loadmanagement.capacity.LoadRange;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Power;

/** How many controllable devices there are below a strand, and what they draw. */
final class SteerableLoad {

    private final ControlledLoad controlled;
    private final Steerable steerable;

    SteerableLoad(Facts facts, Ledger ledger, Set<EvseRef> steerable) {
        this.controlled = new ControlledLoad(facts, ledger);
        this.steerable = new Steerable(steerable);
    }

    Dimming.Devices devices(Strand strand, Site site) {
        int count = 0;
        Power full = Power.ZERO;
        for (Evse evse : steerable.below(strand, site)) {
            count++;
            full = full.plus(strand.voltage().power(evse.rating(), evse.wiring().conductorCount()));
        }
        return new Dimming.Devices(count, full);
    }

    /** What they may draw together at most now. */
    Power drawn(Strand strand, Site site) {
        LoadRange sum =
                steerable.below(strand, site).stream().map(controlled::of).reduce(LoadRange.NOTHING, LoadRange::plus);
        return strand.voltage().power(sum.most());
    }
}
