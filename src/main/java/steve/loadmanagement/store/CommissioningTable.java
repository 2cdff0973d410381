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
import static steve.loadmanagement.store.jooq.Tables.LM_COMMISSIONING;

import java.util.List;
import org.jooq.DSLContext;
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
    public void write(EvseRef evse, Commissioning test) {
        LmCommissioningRecord row = ctx.newRecord(LM_COMMISSIONING);
        row.setChargeBoxId(evse.chargeBoxId());
        row.setEvseId(evse.evseId());
        row.setTester(test.tester());
        row.setBeganAt(utc(test.beganAt()));
        row.setEndedAt(utc(test.endedAt()));
        row.setProtocol(JSON.writeValueAsString(test));
        ctx.insertInto(LM_COMMISSIONING).set(row).execute();
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
