/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.SiteEditor;

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
}
