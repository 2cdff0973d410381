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
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerEntry;
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
    private final Consumer<Instant> readSessions;
    private Instant heldUntil = Instant.MIN;
    private boolean isOurs;
    private @Nullable CycleReport report;

    /** @param readSessions takes in what SteVe knows of its sessions and stations at that time */
    SiteControl(
            StrandId root,
            Leases leases,
            LedgerStore store,
            Ledger ledger,
            ControlCycle cycle,
            Consumer<Instant> readSessions) {
        this.root = root;
        this.leases = leases;
        this.store = store;
        this.ledger = ledger;
        this.cycle = cycle;
        this.readSessions = readSessions;
    }

    @Nullable
    CycleReport report() {
        return report;
    }

    /** Until when this node may act; long ago where another one does. */
    Instant heldUntil() {
        return heldUntil;
    }

    /**
     * Takes the site, or keeps it. When it becomes ours, what the other node stored and saw is taken up first. While nobody can
     * tell, who did goes on: without the database only cuts go out.
     */
    void takeUp(Site site, Instant now) {
        try {
            Instant until = leases.hold(root, now);
            boolean becomesOurs = until != null && !isOurs;
            if (becomesOurs) {
                readSessions.accept(now);
            }
            if (until == null || becomesOurs) {
                restore(site);
            }
            if (becomesOurs || isOurs && until == null) {
                LOG.info("site {} is controlled by {} node", site.root().name(), becomesOurs ? "this" : "another");
            }
            isOurs = until != null;
            heldUntil = until == null ? Instant.MIN : until;
        } catch (RuntimeException e) {
            LOG.warn("nobody can tell who controls site {}: {}", site.root().name(), e.getMessage());
        }
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
