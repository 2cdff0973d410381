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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;

/** The sites that are not off, each with its control. For the control thread. */
final class ControlledSites {

    private static final Logger LOG = LoggerFactory.getLogger(ControlledSites.class);

    private final Function<StrandId, SiteControl> made;
    private final Consumer<Instant> readSessions;
    private final Map<StrandId, SiteControl> controls = new HashMap<>();

    /**
     * @param made the control of a site that is new, by its root
     * @param readSessions takes in what SteVe knows of its sessions and stations at that time
     */
    ControlledSites(Function<StrandId, SiteControl> made, Consumer<Instant> readSessions) {
        this.made = made;
        this.readSessions = readSessions;
    }

    /** Before the facts of a cycle are made: this node may take over, by what the other one stored and saw. */
    void takeUp(List<Site> sites, Instant now) {
        List<Site> won =
                on(sites).stream().filter(site -> of(site).isWon(site, now)).toList();
        if (won.isEmpty()) {
            return;
        }
        try {
            readSessions.accept(now);
            won.forEach(site -> of(site).takeOver(site, now));
        } catch (RuntimeException e) {
            LOG.warn("{} sites are taken over later: {}", won.size(), e.getMessage());
        }
    }

    /** One cycle of each; the newest report of each that has one. */
    List<CycleReport> run(Blueprints.Read read, Facts facts) {
        List<CycleReport> reports = new ArrayList<>();
        for (Site site : on(read.sites())) {
            SiteControl control = of(site);
            control.run(site, facts, read.orders(facts.now()));
            CycleReport report = control.report();
            if (report != null) {
                reports.add(report);
            }
        }
        return reports;
    }

    private static List<Site> on(List<Site> sites) {
        return sites.stream().filter(site -> site.root().mode() != Mode.OFF).toList();
    }

    private SiteControl of(Site site) {
        return controls.computeIfAbsent(site.root().id(), made);
    }
}
