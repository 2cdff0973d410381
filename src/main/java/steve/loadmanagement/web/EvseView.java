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
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Explanation;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * An EVSE on the page.
 *
 * @param word its state in one word: Off, Offline, Not following, Not controllable, Idle,
 *      In flight, Paused, Waiting or Charging
 * @param grantedMa what the plan grants; null: it does not want to charge
 * @param setpointMa what it was last told
 * @param confirmedMa what it surely has: accepted, and seen in a reading; null: nothing
 * @param worstMa what may flow at worst
 * @param importedMa what its meter says, by conductor; null: nothing, or no session
 * @param readingAt when that came
 * @param priority whether its session comes before the common ones
 * @param reason why it gets what it gets; null: the word says it
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
        int weight,
        boolean controllable,
        boolean neverPause,
        String status,
        String word,
        boolean defaultConfirmed,
        @Nullable Instant sessionSince,
        @Nullable Integer grantedMa,
        @Nullable Integer setpointMa,
        @Nullable Instant setpointAt,
        @Nullable Integer confirmedMa,
        @Nullable Integer worstMa,
        @Nullable Integer offeredMa,
        @Nullable Milliamps importedMa,
        @Nullable Instant readingAt,
        boolean priority,
        @Nullable String reason,
        @Nullable String lastOutcome) {

    private static final String HELD = "Held until the others are seen to have come down.";
    private static final String HELD_IN_GERMAN = "Wartet, bis man die anderen heruntergehen sieht.";

    static EvseView of(Placement placement, String strandName, @Nullable LiveSite live, Manner manner) {
        CycleReport report = live == null ? null : live.report();
        EvseFacts facts = report == null ? EvseFacts.NONE : report.facts().of(placement.ref());
        Session session = facts.session();
        Reading reading = session == null ? null : facts.reading();
        Allocation allocation = report == null ? null : report.plan().of(placement.ref());
        LedgerEntry entry = report == null ? null : report.entries().get(placement.ref());
        Command newest = session == null || entry == null ? null : entry.grant().newest();
        Demand demand = live == null ? null : live.demands().get(placement.ref());
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
                placement.weight(),
                placement.controllable(),
                placement.neverPause(),
                facts.status().name(),
                manner.word(placement, report),
                entry != null && entry.isDefaultConfirmed(),
                session == null ? null : session.startedAt(),
                allocation == null ? null : (Integer) allocation.current().milliamps(),
                report == null ? null : Milliamps.of(report.setpoint(placement.ref())),
                newest == null ? null : newest.sentAt(),
                session == null || entry == null || entry.grant().settled() == null
                        ? null
                        : Milliamps.of(entry.grant().settled().first()),
                report == null ? null : heaviest(report.worst().get(placement.ref())),
                reading == null ? null : Milliamps.of(reading.offered()),
                reading == null ? null : Milliamps.of(reading.imported()),
                reading == null ? null : reading.receivedAt(),
                demand != null && demand.tier() < Priority.COMMON_TIER,
                reason(report, allocation, placement, manner.locale()),
                newest == null ? null : outcome(newest));
    }

    private static @Nullable Integer heaviest(@Nullable PhaseCurrents currents) {
        return currents == null ? null : (Integer) currents.heaviest().milliamps();
    }

    private static @Nullable String reason(
            @Nullable CycleReport report, @Nullable Allocation allocation, Placement placement, Locale locale) {
        if (report == null || allocation == null) {
            return null;
        }
        String why = Explanation.of(allocation, report.snapshot(), locale);
        boolean isHeld = !allocation.current().isZero() && Manner.mayNotYet(report, placement);
        return isHeld ? why + " " + (locale.equals(Locale.GERMAN) ? HELD_IN_GERMAN : HELD) : why;
    }

    private static String outcome(Command newest) {
        return newest.outcome() == null ? "IN_FLIGHT" : newest.outcome().word();
    }
}
