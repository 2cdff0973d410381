/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.jooq.Tables.LM_LEASE;
import static steve.loadmanagement.store.jooq.Tables.LM_LEDGER;
import static steve.loadmanagement.store.jooq.Tables.LM_SETPOINT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.LeaseLost;
import steve.loadmanagement.control.LedgerStore;
import steve.loadmanagement.ledger.Allowance;
import steve.loadmanagement.ledger.Conduct;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmLedgerRecord;
import steve.loadmanagement.unit.Current;

/** The ledger in {@code lm_ledger}: one row an EVSE. */
public final class LedgerTable implements LedgerStore {

    private static final Field<LocalDateTime> DATABASE_TIME = DSL.field("UTC_TIMESTAMP(3)", LocalDateTime.class);

    private final DSLContext ctx;
    private final Clock clock;
    private final String node;

    /** @param node the name under which this node holds its leases */
    public LedgerTable(DSLContext ctx, Clock clock, String node) {
        this.ctx = ctx;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public List<LedgerEntry> load() {
        return ctx.selectFrom(LM_LEDGER).fetch(LedgerTable::entry);
    }

    @Override
    public Map<String, List<Instant>> writtenSince(Instant since) {
        return ctx.select(LM_SETPOINT.CHARGE_BOX_ID, LM_SETPOINT.SENT_AT)
                .from(LM_SETPOINT)
                .where(LM_SETPOINT.SENT_AT.gt(utc(since)))
                .orderBy(LM_SETPOINT.SENT_AT)
                .fetchGroups(Record2::value1, row -> row.value2().toInstant(ZoneOffset.UTC));
    }

    @Override
    public void write(StrandId root, Collection<LedgerEntry> entries) {
        List<LmLedgerRecord> rows = entries.stream().map(this::row).toList();
        ctx.transaction(configuration -> {
            mustBeOurs(configuration.dsl(), root);
            configuration
                    .dsl()
                    .batch(rows.stream()
                            .map(row -> configuration
                                    .dsl()
                                    .insertInto(LM_LEDGER)
                                    .set(row)
                                    .onDuplicateKeyUpdate()
                                    .set(row))
                            .toList())
                    .execute();
        });
    }

    /** The fence: the lease is ours by the database's clock, and stays so until these rows are written. */
    private void mustBeOurs(DSLContext transaction, StrandId root) {
        boolean isOurs = transaction.fetchExists(transaction
                .selectFrom(LM_LEASE)
                .where(LM_LEASE.NAME.eq(LeaseTable.name(root)))
                .and(LM_LEASE.LOCKED_BY.eq(node))
                .and(LM_LEASE.LOCK_UNTIL.gt(DATABASE_TIME))
                .forUpdate());
        if (!isOurs) {
            throw new LeaseLost(root);
        }
    }

    private static LedgerEntry entry(LmLedgerRecord row) {
        return LedgerEntry.stored(
                new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                row.getTransactionId(),
                allowedByDefault(row),
                allowedByGrant(row),
                instant(row.getDeadManAt()),
                Conduct.stored(row.getCaught(), row.getPurpose(), row.getIgnores()));
    }

    private LmLedgerRecord row(LedgerEntry entry) {
        LmLedgerRecord row = ctx.newRecord(LM_LEDGER);
        Allowance byDefault = entry.allowedByDefault();
        Allowance settled = entry.grant().settled();
        Current confirmed = settled == null ? Current.ZERO : settled.first();
        boolean isMore = entry.allowedByGrant().isMoreThan(confirmed);
        row.setChargeBoxId(entry.evse().chargeBoxId());
        row.setEvseId(entry.evse().evseId());
        row.setTransactionId(entry.transactionId());
        row.setDefaultMa(byDefault == null ? null : byDefault.first().milliamps());
        row.setDefaultThenMa(byDefault == null ? null : orNull(byDefault.then()));
        row.setDefaultRisesAt(byDefault == null ? null : utc(byDefault.risesAt()));
        row.setConfirmedMa(confirmed.milliamps());
        row.setUnsettledMa(isMore ? entry.allowedByGrant().milliamps() : null);
        row.setCaught(entry.conduct().isCaught());
        row.setPurpose(entry.conduct().purpose());
        row.setIgnores(entry.conduct().ignores());
        row.setDeadManAt(utc(entry.deadManAt()));
        row.setWrittenAt(utc(clock.instant()));
        return row;
    }

    private static @Nullable Allowance allowedByDefault(LmLedgerRecord row) {
        Current first = milliamps(row.getDefaultMa());
        return first == null
                ? null
                : new Allowance(first, milliamps(row.getDefaultThenMa()), instant(row.getDefaultRisesAt()));
    }

    /** What was in flight counts as if it were in force. */
    private static Current allowedByGrant(LmLedgerRecord row) {
        int unsettled = row.getUnsettledMa() == null ? 0 : row.getUnsettledMa();
        return Current.ofMilliamps(Math.max(row.getConfirmedMa(), unsettled));
    }

    static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
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
