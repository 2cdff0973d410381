/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What an EVSE may draw at worst beyond what the plan grants it.
 *
 * @param strand the strand that it hangs on
 * @param amount on the phases of the grid; nowhere below zero
 * @param isPlanned whether the plan grants it something, or might; if not, the plan was made from what this leaves
 */
public record HeldBack(EvseRef evse, StrandId strand, PhaseCurrents amount, Why why, boolean isPlanned) {

    /** Why it cannot be given to others. */
    public enum Why {
        /** Its connection is gone. */
        OFFLINE,
        /** It draws more than it was told. */
        NOT_FOLLOWING,
        /** It was told again to draw less, and has not taken it. */
        CUT_NOT_TAKEN,
        /** It takes no profiles: its rating counts. */
        NOT_CONTROLLABLE,
        /** Nobody knows what it does when it hears nothing: its rating counts. */
        DEFAULT_NOT_CONFIRMED,
        /** A setpoint is on its way. */
        IN_FLIGHT,
        /** What it was told before has not been seen to be over. */
        NOT_YET_SEEN,
        /** What its default profile allows. */
        FALLBACK
    }

    /** All on a site that is above zero on some phase, in the order of their names. */
    public static List<HeldBack> of(CycleReport report) {
        List<HeldBack> held = new ArrayList<>();
        Map<EvseRef, Demand> demands = StrandFigures.demands(report);
        for (Evse evse : report.snapshot().site().evses()) {
            PhaseCurrents worst = report.worst().getOrDefault(evse.ref(), PhaseCurrents.ZERO);
            PhaseCurrents amount =
                    worst.minus(StrandFigures.granted(evse, report, demands)).max(PhaseCurrents.ZERO);
            if (!amount.heaviest().isZero()) {
                held.add(new HeldBack(
                        evse.ref(),
                        evse.strand(),
                        amount,
                        why(evse, report),
                        report.plan().of(evse.ref()) != null));
            }
        }
        return held;
    }

    private static Why why(Evse evse, CycleReport report) {
        @Nullable LedgerEntry entry = report.entries().get(evse.ref());
        if (!evse.controllable() || entry != null && !entry.isControllable(evse)) {
            return Why.NOT_CONTROLLABLE;
        }
        if (!report.facts().ofStation(evse.ref().chargeBoxId()).connected()) {
            return Why.OFFLINE;
        }
        if (entry == null || !entry.isDefaultConfirmed()) {
            return Why.DEFAULT_NOT_CONFIRMED;
        }
        if (entry.excess() != null) {
            return Why.NOT_FOLLOWING;
        }
        if (entry.keepsMore()) {
            return Why.CUT_NOT_TAKEN;
        }
        Command newest = entry.grant().newest();
        if (newest != null && newest.isInFlight()) {
            return Why.IN_FLIGHT;
        }
        return report.plan().of(evse.ref()) == null ? Why.FALLBACK : Why.NOT_YET_SEEN;
    }
}
