/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;

/** EVSEs that carry our profiles but are ours no more: taken off their strand, or their strand no longer active. */
public final class Releases {

    private Releases() {}

    public static List<Setpoint> of(Ledger ledger, Collection<Site> sites, Facts facts) {
        Set<EvseRef> ours = new HashSet<>();
        for (Site site : sites) {
            for (Evse evse : site.evses()) {
                if (site.modeOf(evse) == Mode.ACTIVE) {
                    ours.add(evse.ref());
                }
            }
        }
        List<Setpoint> releases = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            EvseRef evse = entry.evse();
            if (!ours.contains(evse)
                    && entry.isToBeReleased(facts.now())
                    && facts.ofStation(evse.chargeBoxId()).connected()) {
                releases.add(new Setpoint.Release(evse));
            }
        }
        return releases;
    }
}
