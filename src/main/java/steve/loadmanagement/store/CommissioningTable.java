/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.LedgerTable.instant;
import static steve.loadmanagement.store.LedgerTable.utc;
import static steve.loadmanagement.store.jooq.Tables.LM_COMMISSIONING;

import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.control.CommissioningLog;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.store.jooq.tables.records.LmCommissioningRecord;
import tools.jackson.databind.json.JsonMapper;

/** Protocols of commissioning tests in {@code lm_commissioning}. */
public final class CommissioningTable implements CommissioningLog {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NEWEST = 20;

    private final DSLContext ctx;

    public CommissioningTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public int write(EvseRef evse, Commissioning test) {
        LmCommissioningRecord row = ctx.newRecord(LM_COMMISSIONING);
        row.setChargeBoxId(evse.chargeBoxId());
        row.setEvseId(evse.evseId());
        row.setTester(test.tester());
        row.setBeganAt(utc(test.beganAt()));
        row.setEndedAt(utc(test.endedAt()));
        row.setProtocol(JSON.writeValueAsString(test));
        return ctx.insertInto(LM_COMMISSIONING)
                .set(row)
                .returningResult(LM_COMMISSIONING.COMMISSIONING_PK)
                .fetchSingle()
                .value1();
    }

    @Override
    public void change(int id, Commissioning test) {
        ctx.update(LM_COMMISSIONING)
                .set(LM_COMMISSIONING.PROTOCOL, JSON.writeValueAsString(test))
                .where(LM_COMMISSIONING.COMMISSIONING_PK.eq(id))
                .execute();
    }

    @Override
    public List<Line> newest(int most) {
        return ctx.select(
                        LM_COMMISSIONING.COMMISSIONING_PK,
                        LM_COMMISSIONING.CHARGE_BOX_ID,
                        LM_COMMISSIONING.EVSE_ID,
                        LM_COMMISSIONING.TESTER,
                        LM_COMMISSIONING.BEGAN_AT,
                        LM_COMMISSIONING.ENDED_AT)
                .from(LM_COMMISSIONING)
                .orderBy(LM_COMMISSIONING.COMMISSIONING_PK.desc())
                .limit(most)
                .fetch(row -> new Line(
                        row.value1(),
                        new EvseRef(row.value2(), row.value3()),
                        row.value4(),
                        row.value5().toInstant(ZoneOffset.UTC),
                        instant(row.value6())));
    }

    @Override
    public @Nullable Kept read(int id) {
        return ctx.selectFrom(LM_COMMISSIONING)
                .where(LM_COMMISSIONING.COMMISSIONING_PK.eq(id))
                .fetchOne(row -> new Kept(
                        new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                        JSON.readValue(row.getProtocol(), Commissioning.class)));
    }

    @Override
    public List<Protocol> of(EvseRef evse) {
        return ctx.selectFrom(LM_COMMISSIONING)
                .where(LM_COMMISSIONING.CHARGE_BOX_ID.eq(evse.chargeBoxId()))
                .and(LM_COMMISSIONING.EVSE_ID.eq(evse.evseId()))
                .orderBy(LM_COMMISSIONING.COMMISSIONING_PK.desc())
                .limit(NEWEST)
                .fetch(row -> new Protocol(row.getCommissioningPk(), evse, row.getTester(), row.getProtocol()));
    }
}
