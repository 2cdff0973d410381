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
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.site.StrandId;

/** What every change asks first. */
record Guard(ControlLoop loop, SiteEditor sites) {

    void mustBeOn() {
        ControlLoop.Status status = loop.status();
        if (!status.isOn()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "load management is off: " + status.why());
        }
    }

    StrandId mustExist(int strand) {
        mustBeOn();
        if (sites.strands().stream().noneMatch(stored -> stored.strand().id().value() == strand)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no strand " + strand);
        }
        return new StrandId(strand);
    }

    void mustHaveBeen(boolean isThere, String what) {
        if (!isThere) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no " + what);
        }
    }
}
