/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.PauseStore;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.site.StrandId;

/** Puts the state together, from the newest reports and from what is stored. */
final class States {

    private final FrontDesk desk;
    private final SiteEditor sites;
    private final PauseStore pauses;
    private final Duration maximumReadingAge;

    States(FrontDesk desk, SiteEditor sites, PauseStore pauses, Duration maximumReadingAge) {
        this.desk = desk;
        this.sites = sites;
        this.pauses = pauses;
        this.maximumReadingAge = maximumReadingAge;
    }

    StateView now(Locale locale) {
        ControlLoop loop = desk.loop();
        if (!loop.status().isOn()) {
            return StateView.off(loop.status(), desk.now());
        }
        return StateView.of(
                new StateView.Layout(sites.strands(), sites.placements()),
                live(),
                loop.alarms().stream().map(AlarmView::of).toList(),
                Manner.of(locale, pauses.pauses(), desk.now()),
                desk.now());
    }

    /** The newest report of each strand's site. */
    Map<StrandId, LiveSite> live() {
        Map<StrandId, LiveSite> live = new HashMap<>();
        for (CycleReport report : desk.loop().reports()) {
            LiveSite site = LiveSite.of(report, maximumReadingAge);
            report.snapshot().site().strands().forEach(strand -> live.put(strand.id(), site));
        }
        return live;
    }
}
