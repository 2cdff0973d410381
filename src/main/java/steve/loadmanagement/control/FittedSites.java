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
import steve.loadmanagement.quirk.Fit;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/** Sites whose EVSEs are treated as their stations must be. */
public final class FittedSites implements SiteSource {

    private final SiteSource sites;
    private final Stations stations;

    public FittedSites(SiteSource sites, Stations stations) {
        this.sites = sites;
        this.stations = stations;
    }

    @Override
    public List<Site> sites() {
        stations.read();
        return sites.sites().stream()
                .map(site -> Site.of(
                        site.strands(),
                        site.evses().stream()
                                .map(evse ->
                                        fitted(evse, stations.fit(evse.ref().chargeBoxId())))
                                .toList()))
                .toList();
    }

    /** The EVSE as its station must be treated. */
    static Evse fitted(Evse evse, Fit fit) {
        Current step = fit.step() == null ? evse.step() : evse.step().max(fit.step());
        return new Evse(
                evse.ref(),
                evse.strand(),
                evse.wiring(),
                evse.rating(),
                evse.minimum(),
                step,
                evse.fallback(),
                evse.weight(),
                evse.controllable() && fit.controllable() && !isBlockedInVain(evse, fit),
                evse.neverPause() || fit.neverPause(),
                fit.traits().with(fit.shape()));
    }

    /** A station that ignores its limit after 0 A cannot be held at 0 A by its default profile: it needs a fallback. */
    private static boolean isBlockedInVain(Evse evse, Fit fit) {
        return fit.neverPause() && evse.fallback().atFirst().isZero();
    }
}
