/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.PauseStore.Pause;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.unit.PhaseCurrents;

/** How the pages say it: in which language, and the one word for the state of an EVSE. */
record Manner(Locale locale, Set<EvseRef> paused) {

    static Manner of(Locale locale, List<Pause> pauses, Instant now) {
        return new Manner(
                spoken(locale),
                pauses.stream()
                        .filter(pause -> pause.holds(now))
                        .map(Pause::evse)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    /** English or German, whichever is nearer. */
    static Locale spoken(Locale wanted) {
        return wanted.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    }

    String word(Placement placement, @Nullable CycleReport report) {
        LedgerEntry entry = report == null ? null : report.entries().get(placement.ref());
        if (report == null || entry == null) {
            return "Off";
        }
        if (!report.facts().ofStation(placement.ref().chargeBoxId()).connected()) {
            return "Offline";
        }
        Evse evse = report.snapshot().site().evse(placement.ref());
        if (evse != null && !entry.isControllable(evse)) {
            return "Not controllable";
        }
        if (entry.excess() != null) {
            return "Not following";
        }
        Allocation allocation = report.plan().of(placement.ref());
        if (paused.contains(placement.ref())) {
            return "Paused";
        }
        if (allocation == null) {
            return "Idle";
        }
        Command newest = entry.grant().newest();
        if (newest != null && newest.isInFlight()) {
            return "In flight";
        }
        return allocation.current().isZero() || mayNotYet(report, placement) ? "Waiting" : "Charging";
    }

    /** It has a share, but no charging current may flow yet. Where we only observe nothing is held. */
    static boolean mayNotYet(CycleReport report, Placement placement) {
        PhaseCurrents worst = report.worst().get(placement.ref());
        Evse evse = report.snapshot().site().evse(placement.ref());
        return worst != null
                && worst.heaviest().isZero()
                && evse != null
                && report.snapshot().site().modeOf(evse) == Mode.ACTIVE;
    }
}
