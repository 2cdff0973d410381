/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.Permit;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What one cycle saw, decided and sent: all that the pages show.
 *
 * @param snapshot what there was to share; its capacities are whole
 * @param planned what the plan was made from: less what EVSEs outside the plan may draw
 * @param entries the ledger of each EVSE of the site, after sending
 * @param worst what each EVSE may draw at worst, on the phases of the grid; under OBSERVE what it would be
 * @param committed the sum of the worst cases below each strand
 * @param budgetSpent whose stations are not raised any more today, to spare their memory
 */
public record CycleReport(
        Facts facts,
        Snapshot snapshot,
        Snapshot planned,
        Plan plan,
        Permit permit,
        Map<EvseRef, LedgerEntry> entries,
        Map<EvseRef, PhaseCurrents> worst,
        Map<StrandId, PhaseCurrents> committed,
        Set<EvseRef> budgetSpent) {

    public CycleReport {
        entries = Map.copyOf(entries);
        worst = Map.copyOf(worst);
        committed = Map.copyOf(committed);
        budgetSpent = Set.copyOf(budgetSpent);
    }

    /** What was last commanded of that EVSE for its session; null: nothing. */
    public @Nullable Current setpoint(EvseRef evse) {
        LedgerEntry entry = entries.get(evse);
        return entry == null || entry.transactionId() == null
                ? null
                : entry.grant().commanded();
    }
}
