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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Explanation;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * An EVSE on the page.
 *
 * @param word its state in one word: Offline, Not following, In flight, Waiting, Charging or Idle
 * @param grantedMa what the plan grants; null: it does not want to charge
 * @param setpointMa what it was last told
 * @param worstMa what may flow at worst
 * @param reason why it gets what it gets
 */
record EvseView(
        String chargeBoxId,
        int evseId,
        int strand,
        String strandName,
        String wiring,
        int ratingMa,
        int minimumMa,
        int stepMa,
        @Nullable Integer fallbackMa,
        boolean controllable,
        String status,
        String word,
        boolean defaultConfirmed,
        @Nullable Instant sessionSince,
        @Nullable Integer grantedMa,
        @Nullable Integer setpointMa,
        @Nullable Integer worstMa,
        @Nullable Integer offeredMa,
        @Nullable Milliamps importedMa,
        @Nullable Long readingAgeS,
        String reason,
        @Nullable String lastOutcome) {

    static EvseView of(Placement placement, String strandName, @Nullable CycleReport report) {
        EvseFacts facts = report == null ? EvseFacts.NONE : report.facts().of(placement.ref());
        Session session = facts.session();
        Reading reading = facts.reading();
        Allocation allocation = report == null ? null : report.plan().of(placement.ref());
        LedgerEntry entry = report == null ? null : report.entries().get(placement.ref());
        return new EvseView(
                placement.ref().chargeBoxId(),
                placement.ref().evseId(),
                placement.strand().value(),
                strandName,
                placement.wiring().name(),
                placement.rating().milliamps(),
                placement.minimum().milliamps(),
                placement.step().milliamps(),
                Milliamps.of(placement.ownFallback()),
                placement.controllable(),
                facts.status().name(),
                word(placement, report, allocation, entry),
                entry != null && entry.isDefaultConfirmed(),
                session == null ? null : session.startedAt(),
                allocation == null ? null : (Integer) allocation.current().milliamps(),
                report == null ? null : Milliamps.of(report.setpoint(placement.ref())),
                report == null ? null : heaviest(report.worst().get(placement.ref())),
                session == null || reading == null ? null : Milliamps.of(reading.offered()),
                session == null || reading == null ? null : Milliamps.of(reading.imported()),
                age(report, session == null ? null : reading),
                reason(placement, report, allocation, session),
                lastOutcome(entry));
    }

    private static String word(
            Placement placement,
            @Nullable CycleReport report,
            @Nullable Allocation allocation,
            @Nullable LedgerEntry entry) {
        if (report == null || entry == null) {
            return "Off";
        }
        if (!report.facts().ofStation(placement.ref().chargeBoxId()).connected()) {
            return "Offline";
        }
        if (entry.excess() != null) {
            return "Not following";
        }
        Evse evse = report.snapshot().site().evse(placement.ref());
        if (evse != null
                && (!evse.controllable()
                        || entry.conduct().purpose() >= evse.traits().purposes().size())) {
            return "Not controllable";
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
    private static boolean mayNotYet(CycleReport report, Placement placement) {
        PhaseCurrents worst = report.worst().get(placement.ref());
        Evse evse = report.snapshot().site().evse(placement.ref());
        return worst != null
                && worst.heaviest().isZero()
                && evse != null
                && report.snapshot().site().modeOf(evse) == Mode.ACTIVE;
    }

    private static @Nullable Integer heaviest(@Nullable PhaseCurrents currents) {
        return currents == null ? null : (Integer) currents.heaviest().milliamps();
    }

    private static @Nullable Long age(@Nullable CycleReport report, @Nullable Reading reading) {
        return report == null || reading == null
                ? null
                : (Long) Math.max(
                        0,
                        Duration.between(reading.receivedAt(), report.facts().now())
                                .toSeconds());
    }

    private static String reason(
            Placement placement,
            @Nullable CycleReport report,
            @Nullable Allocation allocation,
            @Nullable Session session) {
        if (report == null) {
            return "";
        }
        if (allocation != null) {
            String why = Explanation.of(allocation, report.snapshot());
            boolean isHeld = !allocation.current().isZero() && mayNotYet(report, placement);
            return isHeld ? why + " Held until the others are seen to have come down." : why;
        }
        return session == null ? "No vehicle charges." : "Out of reach: what it may draw is held back.";
    }

    private static @Nullable String lastOutcome(@Nullable LedgerEntry entry) {
        Command newest = entry == null ? null : entry.grant().newest();
        if (newest == null) {
            return null;
        }
        return newest.outcome() == null ? "IN_FLIGHT" : newest.outcome().word();
    }
}
