/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.replay.SnapshotLines;

/** What is going on. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class StateController {

    private final ControlLoop loop;
    private final SiteEditor sites;

    StateController(ControlLoop loop, SiteEditor sites) {
        this.loop = loop;
        this.sites = sites;
    }

    @GetMapping("/state")
    StateView state() {
        return loop.status().isOn()
                ? StateView.of(loop.status(), sites.strands(), sites.placements(), loop.reports())
                : StateView.off(loop.status());
    }

    /** What the newest plan of that root strand was made from, as {@code mvn -Pplan} reads it. */
    @GetMapping(value = "/snapshot", produces = MediaType.APPLICATION_JSON_VALUE)
    String snapshot(@RequestParam int strand) {
        return loop.reports().stream()
                .map(CycleReport::planned)
                .filter(snapshot -> snapshot.site().root().id().value() == strand)
                .map(snapshot -> SnapshotLines.write(snapshot.site().root().name() + " " + snapshot.now(), snapshot))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "no plan was made for root strand " + strand));
    }
}
