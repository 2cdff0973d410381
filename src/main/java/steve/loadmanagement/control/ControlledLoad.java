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
import java.time.Instant;
import steve.loadmanagement.capacity.LoadRange;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Wiring;

/**
 * What EVSEs may draw at this moment. A reading tells it, once it came late enough after the last setpoint for the car to
 * have followed; before, the car is somewhere between the reading and the setpoint. Without a fresh reading it may draw
 * anything from nothing to its worst case.
 */
final class ControlledLoad {

    /** A car follows within 5 s (IEC 61851-1), and a meter averages. */
    private static final Duration FOLLOWED = Duration.ofSeconds(6);

    private final Facts facts;
    private final Ledger ledger;

    ControlledLoad(Facts facts, Ledger ledger) {
        this.facts = facts;
        this.ledger = ledger;
    }

    /** All EVSEs below the strand together. */
    LoadRange below(Strand strand, Site site) {
        return site.evses().stream()
                .filter(evse -> site.wayToRoot(evse.strand()).contains(strand))
                .map(this::of)
                .reduce(LoadRange.NOTHING, LoadRange::plus);
    }

    /** That EVSE. */
    LoadRange of(Evse evse) {
        EvseFacts known = facts.of(evse.ref());
        if (known.session() == null) {
            return LoadRange.NOTHING;
        }
        Reading reading = known.reading();
        boolean isFresh =
                reading != null && !reading.isStale(facts.now(), ledger.policy().maximumReadingAge());
        if (reading == null || reading.imported() == null || !isFresh) {
            return LoadRange.between(PhaseCurrents.ZERO, ledger.load(evse));
        }
        PhaseCurrents measured = evse.wiring().toGrid(reading.imported().pessimistic());
        LedgerEntry entry = ledger.entry(evse.ref());
        Command newest = entry.grant().newest();
        if (newest == null || isFollowed(newest, reading.receivedAt())) {
            return LoadRange.between(surely(evse, reading), measured);
        }
        Current told = newest.value();
        return LoadRange.between(
                surely(evse, reading), evse.wiring().spread(told, evse.wiring().conductorCount()));
    }

    /** Where nobody knows which conductor lies on which phase, a phase surely has no more than the lightest. */
    private static PhaseCurrents surely(Evse evse, Reading reading) {
        ConductorCurrents imported = reading.imported();
        if (imported == null) {
            return PhaseCurrents.ZERO;
        }
        PhaseCurrents byConductor = imported.pessimistic();
        return evse.wiring() == Wiring.UNKNOWN
                ? PhaseCurrents.ofEach(byConductor.lightest())
                : evse.wiring().toGrid(byConductor);
    }

    private static boolean isFollowed(Command newest, Instant readAt) {
        return !newest.sentAt().plus(FOLLOWED).isAfter(readAt);
    }
}
