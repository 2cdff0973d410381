/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.Releases;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;

/** Clears the profiles of EVSEs that are on no active strand any more, and still have something of ours. */
final class LetGo {

    private static final Logger LOG = LoggerFactory.getLogger(LetGo.class);

    /** They hang on no site: one node lets all of them go. */
    private static final StrandId NOWHERE = new StrandId(0);

    private final Leases leases;

    LetGo(Leases leases) {
        this.leases = leases;
    }

    void of(Ledger ledger, Sender sender, List<Site> sites, Facts facts) {
        List<Setpoint> releases = Releases.of(ledger, sites, facts);
        try {
            Instant until = leases.hold(NOWHERE, facts.now());
            if (until != null) {
                Sender.Errand errand = new Sender.Errand(NOWHERE, evse -> !isOn(evse, sites), until);
                sender.send(errand, releases, _ -> "no longer managed: its profiles are cleared");
            }
        } catch (RuntimeException e) {
            LOG.debug("nobody can tell who lets stations go", e);
        }
    }

    /** Whether a site has it that is not switched off. */
    private static boolean isOn(EvseRef evse, List<Site> sites) {
        return sites.stream().anyMatch(site -> site.root().mode() != Mode.OFF && site.evse(evse) != null);
    }
}
