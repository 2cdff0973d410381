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
import static steve.loadmanagement.store.jooq.Tables.LM_SESSION_NEED;

import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.VehicleStore;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.store.jooq.tables.records.LmPriorityRecord;
import steve.loadmanagement.store.jooq.tables.records.LmSessionNeedRecord;
import steve.loadmanagement.unit.Current;

/**
 * What vehicles need: of tags as rows of {@code lm_priority} in the common tier, for no other table has tags in it; of single
 * sessions in {@code lm_session_need}.
 */
public final class VehicleTable implements VehicleStore {

    /** No session lasts longer. */
    private static final Field<LocalDateTime> LONGEST_AGO =
            DSL.field("UTC_TIMESTAMP(6) - INTERVAL 60 DAY", LocalDateTime.class);

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
                .fetch(row -> new Stored(row.getPriorityPk(), new IdTag(row.getIdTag()), need(row)));
    }

    @Override
    public int insert(IdTag tags, VehicleNeed need) {
        LmPriorityRecord row = ctx.newRecord(LM_PRIORITY);
        row.setIdTag(tags.reveal());
        row.setTier(Priority.COMMON_TIER);
        row.setMinimumMa(milliamps(need));
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

    @Override
    public List<VehicleNeed> ofSessions() {
        return ctx.selectFrom(LM_SESSION_NEED)
                .where(LM_SESSION_NEED.WRITTEN_AT.gt(LONGEST_AGO))
                .orderBy(LM_SESSION_NEED.TRANSACTION_ID)
                .fetch(row -> new VehicleNeed(
                        new VehicleNeed.OneSession(row.getTransactionId()),
                        current(row.getMinimumMa()),
                        row.getNeverPause(),
                        row.getWakePulse()));
    }

    @Override
    public void put(int transactionId, VehicleNeed need) {
        ctx.deleteFrom(LM_SESSION_NEED)
                .where(LM_SESSION_NEED.WRITTEN_AT.le(LONGEST_AGO))
                .execute();
        LmSessionNeedRecord row = ctx.newRecord(LM_SESSION_NEED);
        row.setTransactionId(transactionId);
        row.setMinimumMa(milliamps(need));
        row.setNeverPause(need.neverPause());
        row.setWakePulse(need.wakePulse());
        ctx.insertInto(LM_SESSION_NEED).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    @Override
    public boolean deleteOfSession(int transactionId) {
        return ctx.deleteFrom(LM_SESSION_NEED)
                        .where(LM_SESSION_NEED.TRANSACTION_ID.eq(transactionId))
                        .execute()
                > 0;
    }

    private static @Nullable Integer milliamps(VehicleNeed need) {
        return need.minimum() == null ? null : (Integer) need.minimum().milliamps();
    }

    private static @Nullable Current current(@Nullable Integer milliamps) {
        return milliamps == null ? null : Current.ofMilliamps(milliamps);
    }

    private static VehicleNeed need(LmPriorityRecord row) {
        return new VehicleNeed(
                new VehicleNeed.Tags(new IdTag(row.getIdTag())),
                current(row.getMinimumMa()),
                row.getNeverPause(),
                row.getWakePulse());
    }
}
