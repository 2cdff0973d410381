/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.LedgerTable.utc;
import static steve.loadmanagement.store.jooq.Tables.LM_PAUSE;
import static steve.loadmanagement.store.jooq.Tables.LM_PRIORITY;
import static steve.loadmanagement.store.jooq.Tables.LM_PRIORITY_USE;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.PauseStore;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.store.jooq.tables.records.LmPriorityRecord;
import steve.loadmanagement.unit.Energy;

/** Priorities in {@code lm_priority}, the only table with tags in it. */
public final class PriorityTable implements PriorityStore, PauseStore {

    private final DSLContext ctx;
    private final Clock clock;

    /** @param clock by whose zone months begin */
    public PriorityTable(DSLContext ctx, Clock clock) {
        this.ctx = ctx;
        this.clock = clock;
    }

    @Override
    public List<StoredPriority> priorities() {
        Map<Integer, Long> used = ctx.selectFrom(LM_PRIORITY_USE)
                .where(LM_PRIORITY_USE.IN_MONTH.eq(month(clock.instant())))
                .fetchMap(LM_PRIORITY_USE.PRIORITY_PK, LM_PRIORITY_USE.USED_WH);
        return ctx.selectFrom(LM_PRIORITY)
                .orderBy(LM_PRIORITY.PRIORITY_PK)
                .fetch(row -> new StoredPriority(
                        row.getPriorityPk(),
                        priority(row),
                        row.getQuotaWh() == null ? null : Energy.ofWattHours(row.getQuotaWh()),
                        Energy.ofWattHours(used.getOrDefault(row.getPriorityPk(), 0L))));
    }

    @Override
    public void used(int id, Energy more, Instant at) {
        ctx.insertInto(LM_PRIORITY_USE)
                .set(LM_PRIORITY_USE.PRIORITY_PK, id)
                .set(LM_PRIORITY_USE.IN_MONTH, month(at))
                .set(LM_PRIORITY_USE.USED_WH, more.wattHours())
                .onDuplicateKeyUpdate()
                .set(LM_PRIORITY_USE.USED_WH, LM_PRIORITY_USE.USED_WH.plus(more.wattHours()))
                .execute();
    }

    private String month(Instant at) {
        return YearMonth.from(at.atZone(clock.getZone())).toString();
    }

    @Override
    public int insert(Priority priority, @Nullable Energy monthlyQuota) {
        LmPriorityRecord row = ctx.newRecord(LM_PRIORITY);
        IdTag tag = priority.idTag();
        EvseRef evse = priority.evse();
        row.setIdTag(tag == null ? null : tag.reveal());
        row.setChargeBoxId(evse == null ? null : evse.chargeBoxId());
        row.setEvseId(evse == null ? null : (Integer) evse.evseId());
        row.setTier(priority.tier());
        row.setFromAt(utc(priority.from()));
        row.setUntilAt(utc(priority.until()));
        row.setQuotaWh(monthlyQuota == null ? null : (Integer) Math.toIntExact(monthlyQuota.wattHours()));
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
    public List<Pause> pauses() {
        return ctx.selectFrom(LM_PAUSE)
                .fetch(row -> new Pause(
                        new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                        row.getUntilAt() == null ? null : row.getUntilAt().toInstant(ZoneOffset.UTC)));
    }

    @Override
    public void put(Pause pause) {
        ctx.insertInto(LM_PAUSE)
                .set(LM_PAUSE.CHARGE_BOX_ID, pause.evse().chargeBoxId())
                .set(LM_PAUSE.EVSE_ID, pause.evse().evseId())
                .set(LM_PAUSE.UNTIL_AT, utc(pause.until()))
                .onDuplicateKeyUpdate()
                .set(LM_PAUSE.UNTIL_AT, utc(pause.until()))
                .execute();
    }

    @Override
    public boolean remove(EvseRef evse) {
        return ctx.deleteFrom(LM_PAUSE)
                        .where(LM_PAUSE.CHARGE_BOX_ID.eq(evse.chargeBoxId()))
                        .and(LM_PAUSE.EVSE_ID.eq(evse.evseId()))
                        .execute()
                > 0;
    }

    private static Priority priority(LmPriorityRecord row) {
        return new Priority(
                row.getIdTag() == null ? null : new IdTag(row.getIdTag()),
                row.getChargeBoxId() == null || row.getEvseId() == null
                        ? null
                        : new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                row.getTier(),
                row.getFromAt().toInstant(ZoneOffset.UTC),
                row.getUntilAt() == null ? null : row.getUntilAt().toInstant(ZoneOffset.UTC));
    }
}
