/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.jooq.Tables.LM_LEDGER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.LedgerStore;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.store.jooq.tables.records.LmLedgerRecord;
import steve.loadmanagement.unit.Current;

/** The ledger in {@code lm_ledger}: one row an EVSE. */
public final class LedgerTable implements LedgerStore {

    private final DSLContext ctx;
    private final Clock clock;

    public LedgerTable(DSLContext ctx, Clock clock) {
        this.ctx = ctx;
        this.clock = clock;
    }

    @Override
    public List<LedgerEntry> load() {
        return ctx.selectFrom(LM_LEDGER).fetch(LedgerTable::entry);
    }

    @Override
    public void write(Collection<LedgerEntry> entries) {
        List<LmLedgerRecord> rows = entries.stream().map(this::row).toList();
        ctx.transaction(configuration -> configuration
                .dsl()
                .batch(rows.stream()
                        .map(row -> configuration
                                .dsl()
                                .insertInto(LM_LEDGER)
                                .set(row)
                                .onDuplicateKeyUpdate()
                                .set(row))
                        .toList())
                .execute());
    }

    private static LedgerEntry entry(LmLedgerRecord row) {
        return LedgerEntry.stored(
                new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                row.getTransactionId(),
                milliamps(row.getDefaultMa()),
                Current.ofMilliamps(row.getConfirmedMa()),
                milliamps(row.getUnsettledMa()),
                row.getDeadManAt() == null ? null : row.getDeadManAt().toInstant(ZoneOffset.UTC));
    }

    private LmLedgerRecord row(LedgerEntry entry) {
        LmLedgerRecord row = ctx.newRecord(LM_LEDGER);
        Current confirmed = entry.grant().settled();
        row.setChargeBoxId(entry.evse().chargeBoxId());
        row.setEvseId(entry.evse().evseId());
        row.setTransactionId(entry.transactionId());
        row.setDefaultMa(orNull(entry.allowedByDefault()));
        row.setConfirmedMa(confirmed == null ? 0 : confirmed.milliamps());
        row.setUnsettledMa(orNull(entry.grant().unsettled()));
        row.setDeadManAt(utc(entry.deadManAt()));
        row.setWrittenAt(utc(clock.instant()));
        return row;
    }

    static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Current milliamps(@Nullable Integer value) {
        return value == null ? null : Current.ofMilliamps(value);
    }

    private static @Nullable Integer orNull(@Nullable Current current) {
        return current == null ? null : (Integer) current.milliamps();
    }
}
