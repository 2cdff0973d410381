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
import static steve.loadmanagement.store.jooq.Tables.LM_AUDIT;
import static steve.loadmanagement.store.jooq.Tables.LM_EVENT;
import static steve.loadmanagement.store.jooq.Tables.LM_SETPOINT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.history.AuditLog;
import steve.loadmanagement.history.History;

/** Audits in {@code lm_audit}; lets old setpoints and events go too. */
public final class AuditTable implements AuditLog, History.OldRows {

    private static final int MOST_AT_ONCE = 10_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_DETAIL = 2000;

    private final DSLContext ctx;

    public AuditTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public void write(Audit audit) {
        ctx.insertInto(LM_AUDIT)
                .set(LM_AUDIT.DONE_AT, utc(audit.at()))
                .set(LM_AUDIT.DONE_BY, audit.by())
                .set(LM_AUDIT.ACTION, audit.action().name())
                .set(LM_AUDIT.SUBJECT, cut(audit.subject(), LONGEST_SUBJECT))
                .set(LM_AUDIT.DETAIL, cut(audit.detail(), LONGEST_DETAIL))
                .execute();
    }

    @Override
    public List<Audit> newest(@Nullable String containing, int offset, int most) {
        Condition matches = containing == null || containing.isBlank()
                ? DSL.noCondition()
                : LM_AUDIT.SUBJECT
                        .containsIgnoreCase(containing)
                        .or(LM_AUDIT.DETAIL.containsIgnoreCase(containing))
                        .or(LM_AUDIT.DONE_BY.containsIgnoreCase(containing));
        return ctx.selectFrom(LM_AUDIT)
                .where(matches)
                .orderBy(LM_AUDIT.AUDIT_PK.desc())
                .limit(offset, most)
                .fetch(row -> new Audit(
                        row.getDoneAt().toInstant(ZoneOffset.UTC),
                        row.getDoneBy(),
                        Action.valueOf(row.getAction()),
                        row.getSubject(),
                        row.getDetail()));
    }

    @Override
    public void forget(Instant before) {
        ctx.deleteFrom(LM_AUDIT)
                .where(LM_AUDIT.DONE_AT.lt(utc(before)))
                .limit(MOST_AT_ONCE)
                .execute();
        ctx.deleteFrom(LM_EVENT)
                .where(LM_EVENT.ENDED_AT.lt(utc(before)))
                .limit(MOST_AT_ONCE)
                .execute();
        ctx.deleteFrom(LM_SETPOINT)
                .where(LM_SETPOINT.SENT_AT.lt(utc(before)))
                .limit(MOST_AT_ONCE)
                .execute();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
