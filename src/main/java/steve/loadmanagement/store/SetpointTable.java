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
import static steve.loadmanagement.store.jooq.Tables.LM_SETPOINT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import steve.loadmanagement.control.SetpointLog;
import steve.loadmanagement.history.SetpointHistory;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.store.jooq.tables.records.LmSetpointRecord;

/** The history of setpoints in {@code lm_setpoint}. */
public final class SetpointTable implements SetpointLog, SetpointHistory {

    private static final int LONGEST_REASON = 500;

    private final DSLContext ctx;

    public SetpointTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public void write(List<Line> lines) {
        ctx.batch(lines.stream()
                        .map(line -> ctx.insertInto(LM_SETPOINT).set(row(line)))
                        .toList())
                .execute();
    }

    @Override
    public List<Sent> before(EvseRef evse, Instant moment, int most) {
        return ctx.selectFrom(LM_SETPOINT)
                .where(LM_SETPOINT.CHARGE_BOX_ID.eq(evse.chargeBoxId()))
                .and(LM_SETPOINT.EVSE_ID.eq(evse.evseId()))
                .and(LM_SETPOINT.SENT_AT.le(utc(moment)))
                .orderBy(LM_SETPOINT.SENT_AT.desc())
                .limit(most)
                .fetch(row -> new Sent(
                        row.getSentAt().toInstant(ZoneOffset.UTC),
                        row.getSetpointMa(),
                        row.getTransactionId() == null,
                        row.getReason(),
                        row.getOutcome()));
    }

    private LmSetpointRecord row(Line line) {
        LmSetpointRecord row = ctx.newRecord(LM_SETPOINT);
        row.setChargeBoxId(line.setpoint().evse().chargeBoxId());
        row.setEvseId(line.setpoint().evse().evseId());
        switch (line.setpoint()) {
            case Setpoint.Grant grant -> {
                row.setTransactionId(grant.transactionId());
                row.setSetpointMa(grant.current().milliamps());
            }
            case Setpoint.Default standard ->
                row.setSetpointMa(standard.fallback().atFirst().milliamps());
            case Setpoint.Stop stop -> {
                row.setTransactionId(stop.transactionId());
                row.setSetpointMa(0);
            }
            case Setpoint.Release _ -> row.setSetpointMa(0);
        }
        row.setReason(line.reason()
                .substring(0, Math.min(LONGEST_REASON, line.reason().length())));
        row.setSentAt(utc(line.sentAt()));
        row.setOutcome(line.outcome().word());
        row.setOutcomeAt(utc(line.outcomeAt()));
        return row;
    }
}
