/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.history.AuditLog;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.history.AuditLog.Audit;

/** What every controller needs: whether load management is on, who asks, and the book in which changes are written. */
final class FrontDesk {

    private final ControlLoop loop;
    private final AuditLog audits;
    private final Clock clock;

    FrontDesk(ControlLoop loop, AuditLog audits, Clock clock) {
        this.loop = loop;
        this.audits = audits;
        this.clock = clock;
    }

    ControlLoop loop() {
        return loop;
    }

    Instant now() {
        return clock.instant();
    }

    void mustBeOn() {
        ControlLoop.Status status = loop.status();
        if (!status.isOn()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "load management is off: " + status.why());
        }
    }

    void write(@Nullable Principal who, Action action, String subject, String detail) {
        audits.write(new Audit(clock.instant(), name(who), action, subject, detail));
    }

    static String name(@Nullable Principal who) {
        return who == null ? "unknown" : who.getName();
    }

    static ResponseStatusException notFound(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no " + what);
    }
}
