/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.control.Alarm.Kind;
import steve.loadmanagement.control.Alarms.Condition;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.Committed;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** What is wrong at a site, as one cycle saw it. */
final class Conditions {

    private final CycleReport report;
    private final Duration maximumReadingAge;
    private final Map<Condition, String> found = new LinkedHashMap<>();

    private Conditions(CycleReport report, Duration maximumReadingAge) {
        this.report = report;
        this.maximumReadingAge = maximumReadingAge;
    }

    static Map<Condition, String> of(CycleReport report, Duration maximumReadingAge) {
        Conditions conditions = new Conditions(report, maximumReadingAge);
        Site site = report.snapshot().site();
        Map<StrandId, PhaseCurrents> measured = Committed.below(site, conditions::measured);
        for (Strand strand : site.strands()) {
            conditions.limit(strand, measured.getOrDefault(strand.id(), PhaseCurrents.ZERO));
        }
        for (Evse evse : site.evses()) {
            if (site.modeOf(evse) == Mode.ACTIVE) {
                conditions.evse(evse);
            }
        }
        return conditions.found;
    }

    private void add(Kind kind, EvseRef subject, String words) {
        add(kind, subject.toString(), words);
    }

    private void add(Kind kind, String subject, String words) {
        found.put(new Condition(kind, subject), words);
    }

    private PhaseCurrents measured(Evse evse) {
        Reading reading = fresh(report.facts().of(evse.ref()));
        return reading == null || reading.imported() == null
                ? PhaseCurrents.ZERO
                : evse.wiring().toGrid(reading.imported().pessimistic());
    }

    private @Nullable Reading fresh(EvseFacts facts) {
        Reading reading = facts.reading();
        return reading == null || reading.isStale(report.facts().now(), maximumReadingAge) ? null : reading;
    }

    /** Since it began, or for as long as a reading is one. */
    private boolean isUnmeasured(EvseFacts facts) {
        Session session = facts.session();
        return fresh(facts) == null
                && session != null
                && session.startedAt()
                        .plus(maximumReadingAge)
                        .isBefore(report.facts().now());
    }

    private void limit(Strand strand, PhaseCurrents measured) {
        Capacity capacity = report.snapshot().capacities().get(strand.id());
        PhaseCurrents currents = capacity == null ? null : capacity.currents();
        for (Phase phase : Phase.values()) {
            if (currents != null && measured.on(phase).isMoreThan(currents.on(phase))) {
                add(Kind.OVER_LIMIT, strand.name(), phase + " " + measured.on(phase) + " > " + currents.on(phase));
            }
        }
        Power power = capacity == null ? null : capacity.power();
        Power flows = strand.voltage().power(measured);
        if (power != null && flows.compareTo(power) > 0) {
            add(Kind.OVER_LIMIT, strand.name(), flows + " > " + power);
        }
    }

    private void evse(Evse evse) {
        LedgerEntry entry = report.entries().get(evse.ref());
        if (entry == null || !evse.controllable()) {
            return;
        }
        EvseFacts facts = report.facts().of(evse.ref());
        if (!report.facts().ofStation(evse.ref().chargeBoxId()).connected()) {
            add(Kind.OFFLINE, evse.ref().chargeBoxId(), "its connection is gone");
        } else if (report.facts().isSilent(evse.ref(), maximumReadingAge)) {
            add(Kind.OFFLINE, evse.ref().chargeBoxId(), "it is connected, and has not been heard for long");
        } else if (facts.session() != null && facts.session().isBelieved() && isUnmeasured(facts)) {
            add(Kind.STALE_METER, evse.ref(), "a car charges, and no reading is fresh");
        }
        if (entry.conduct().isGivenUp(evse.traits())) {
            add(
                    Kind.NOT_CONTROLLABLE,
                    evse.ref(),
                    entry.conduct().ignores()
                            ? "does nothing of what it accepts: its rating of " + evse.rating() + " is held back"
                            : "takes no profile: its rating of " + evse.rating() + " is held back");
            return;
        }
        if (!entry.isDefaultConfirmed()) {
            add(Kind.FALLBACK_NOT_CONFIRMED, evse.ref(), "its rating of " + evse.rating() + " is held back");
        }
        if (entry.excess() != null) {
            add(
                    Kind.NOT_FOLLOWING,
                    evse.ref(),
                    "draws " + entry.excess().heaviest() + ", told " + entry.allowedByGrant());
        }
        if (report.budgetSpent().contains(evse.ref())) {
            add(
                    Kind.BUDGET_SPENT,
                    evse.ref(),
                    "its memory bears " + evse.traits().writesADay() + " profiles a day: no raise");
        }
        outcome(evse.ref(), entry.defaults().newest(), "default profile");
        outcome(evse.ref(), entry.grant().newest(), "grant");
    }

    private void outcome(EvseRef evse, @Nullable Command newest, String what) {
        Outcome outcome = newest == null ? null : newest.outcome();
        switch (outcome) {
            case null -> {}
            case Outcome.Accepted _, Outcome.Offline _, Outcome.Superseded _, Outcome.Expired _ -> {}
            case Outcome.Rejected _ -> add(Kind.REJECTED, evse, what + " rejected");
            case Outcome.NotSupported _ -> add(Kind.REJECTED, evse, what + " not supported");
            case Outcome.Failed failed -> add(Kind.REJECTED, evse, what + ": " + failed.what());
            case Outcome.Unanswered _ -> add(Kind.UNANSWERED, evse, what + " not answered");
        }
    }
}
