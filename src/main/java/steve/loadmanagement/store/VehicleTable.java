/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.jooq.Tables.LM_PRIORITY;

import java.util.List;
import org.jooq.DSLContext;
import steve.loadmanagement.control.VehicleStore;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.store.jooq.tables.records.LmPriorityRecord;
import steve.loadmanagement.unit.Current;

/** What vehicles need, as rows of {@code lm_priority} in the common tier: no other table has tags in it. */
public final class VehicleTable implements VehicleStore {

    private final DSLContext ctx;

    public VehicleTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public List<Stored> needs() {
        return ctx.selectFrom(LM_PRIORITY)
                .where(LM_PRIORITY.ID_TAG.isNotNull())
                .and(LM_PRIORITY
                        .MINIMUM_MA
                        .isNotNull()
                        .or(LM_PRIORITY.NEVER_PAUSE.isTrue())
                        .or(LM_PRIORITY.WAKE_PULSE.isTrue()))
                .orderBy(LM_PRIORITY.PRIORITY_PK)
                .fetch(row -> new Stored(row.getPriorityPk(), need(row)));
    }

    @Override
    public int insert(VehicleNeed need) {
        LmPriorityRecord row = ctx.newRecord(LM_PRIORITY);
        row.setIdTag(need.tags().reveal());
        row.setTier(Priority.COMMON_TIER);
        row.setMinimumMa(
                need.minimum() == null ? null : (Integer) need.minimum().milliamps());
        row.setNeverPause(need.neverPause());
        row.setWakePulse(need.wakePulse());
        return ctx.insertInto(LM_PRIORITY)
                .set(row)
                .returningResult(LM_PRIORITY.PRIORITY_PK)
                .fetchSingle()
                .value1();
    }

    @Override
    public boolean delete(int id) {
        return ctx.deleteFrom(LM_PRIORITY).where(LM_PRIORITY.PRIORITY_PK.eq(id)).execute() > 0;
    }

    private static VehicleNeed need(LmPriorityRecord row) {
        return new VehicleNeed(
                new IdTag(row.getIdTag()),
                row.getMinimumMa() == null ? null : Current.ofMilliamps(row.getMinimumMa()),
                row.getNeverPause(),
                row.getWakePulse());
    }
}
