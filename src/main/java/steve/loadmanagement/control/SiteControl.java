/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.Writes;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;

/** One site on this node: controls it while it has the lease, and else shows what the other node does. */
final class SiteControl {

    private static final Logger LOG = LoggerFactory.getLogger(SiteControl.class);

    private final StrandId root;
    private final Leases leases;
    private final LedgerStore store;
    private final Ledger ledger;
    private final ControlCycle cycle;
    private Instant heldUntil = Instant.MIN;
    private boolean isOurs;
    private @Nullable CycleReport report;

    SiteControl(StrandId root, Leases leases, LedgerStore store, Ledger ledger, ControlCycle cycle) {
        this.root = root;
        this.leases = leases;
        this.store = store;
        this.ledger = ledger;
        this.cycle = cycle;
    }

    @Nullable
    CycleReport report() {
        return report;
    }

    /**
     * Asks for the site, or keeps it. Whether it can be taken over now. While nobody can tell, who had it goes on: without the
     * database only cuts go out.
     */
    boolean isWon(Site site, Instant now) {
        try {
            Instant until = leases.hold(root, now);
            if (until == null) {
                restore(site);
                isNow(false, site);
                return false;
            }
            heldUntil = until;
            return !isOurs;
        } catch (RuntimeException e) {
            LOG.warn("nobody can tell who controls site {}: {}", site.root().name(), e.getMessage());
            return false;
        }
    }

    /** From now on this node controls it, by what the other one stored. */
    void takeOver(Site site, Instant now) {
        restore(site);
        Map<String, List<Instant>> written = store.writtenSince(now.minus(Writes.DAY));
        site.evses().stream()
                .map(evse -> evse.ref().chargeBoxId())
                .distinct()
                .forEach(station -> ledger.writes().restore(station, written.getOrDefault(station, List.of())));
        isNow(true, site);
    }

    private void isNow(boolean ours, Site site) {
        if (isOurs != ours) {
            LOG.info("site {} is controlled by {} node", site.root().name(), ours ? "this" : "another");
        }
        isOurs = ours;
    }

    /** A cycle that fails leaves the last report. */
    void run(Site site, Facts facts, Orders orders) {
        try {
            report = isOurs ? cycle.run(site, facts, orders, heldUntil) : cycle.watch(site, facts, orders);
        } catch (RuntimeException e) {
            LOG.error(
                    "the cycle of site {} failed; its stations keep what they have",
                    site.root().name(),
                    e);
        }
    }

    private void restore(Site site) {
        Set<EvseRef> here = site.evses().stream().map(Evse::ref).collect(toSet());
        List<LedgerEntry> stored = store.load().stream()
                .filter(entry -> here.contains(entry.evse()))
                .toList();
        ledger.restore(stored);
    }
}
