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
import static steve.loadmanagement.store.jooq.Tables.LM_EVENT;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.control.AlarmLog;
import steve.loadmanagement.history.EventLog;

/** Alarms in {@code lm_event}. */
public final class EventTable implements AlarmLog, EventLog {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_SUBJECT = 300;

    private final DSLContext ctx;

    public EventTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public List<Alarm> lasting() {
        return ctx.selectFrom(LM_EVENT)
                .where(LM_EVENT.ENDED_AT.isNull())
                .orderBy(LM_EVENT.EVENT_PK)
                .fetch(row -> new Alarm(
                        Alarm.Kind.valueOf(row.getKind()),
                        row.getSubject(),
                        row.getWords(),
                        row.getBeganAt().toInstant(ZoneOffset.UTC),
                        null));
    }

    @Override
    public void write(Collection<Alarm> changed) {
        ctx.transaction(configuration -> configuration
                .dsl()
                .batch(changed.stream()
                        .map(alarm -> alarm.endedAt() == null ? begun(alarm) : ended(alarm))
                        .toList())
                .execute());
    }

    private Query begun(Alarm alarm) {
        return ctx.insertInto(LM_EVENT)
                .set(LM_EVENT.KIND, alarm.kind().name())
                .set(LM_EVENT.SUBJECT, cut(alarm.subject(), LONGEST_SUBJECT))
                .set(LM_EVENT.WORDS, cut(alarm.words(), LONGEST_WORDS))
                .set(LM_EVENT.BEGAN_AT, utc(alarm.beganAt()));
    }

    private Query ended(Alarm alarm) {
        LocalDateTime endedAt = utc(alarm.endedAt());
        return ctx.update(LM_EVENT)
                .set(LM_EVENT.ENDED_AT, endedAt)
                .where(LM_EVENT.KIND.eq(alarm.kind().name()))
                .and(LM_EVENT.SUBJECT.eq(cut(alarm.subject(), LONGEST_SUBJECT)))
                .and(LM_EVENT.ENDED_AT.isNull());
    }

    @Override
    public List<Event> find(Filter filter, int offset, int most) {
        return ctx.selectFrom(LM_EVENT)
                .where(
                        filter.kind() == null
                                ? DSL.noCondition()
                                : LM_EVENT.KIND.eq(filter.kind().name()))
                .and(
                        filter.subject() == null || filter.subject().isBlank()
                                ? DSL.noCondition()
                                : LM_EVENT.SUBJECT.containsIgnoreCase(filter.subject()))
                .and(filter.isLasting() ? LM_EVENT.ENDED_AT.isNull() : DSL.noCondition())
                .and(filter.from() == null ? DSL.noCondition() : LM_EVENT.BEGAN_AT.ge(utc(filter.from())))
                .orderBy(LM_EVENT.EVENT_PK.desc())
                .limit(offset, most)
                .fetch(row -> new Event(
                        row.getEventPk(),
                        new Alarm(
                                Alarm.Kind.valueOf(row.getKind()),
                                row.getSubject(),
                                row.getWords(),
                                row.getBeganAt().toInstant(ZoneOffset.UTC),
                                instant(row.getEndedAt())),
                        instant(row.getAcknowledgedAt()),
                        row.getAcknowledgedBy()));
    }

    @Override
    public boolean acknowledge(long id, String by, Instant at) {
        ctx.update(LM_EVENT)
                .set(LM_EVENT.ACKNOWLEDGED_BY, by)
                .set(LM_EVENT.ACKNOWLEDGED_AT, utc(at))
                .where(LM_EVENT.EVENT_PK.eq(id))
                .and(LM_EVENT.ACKNOWLEDGED_AT.isNull())
                .execute();
        return ctx.fetchExists(LM_EVENT, LM_EVENT.EVENT_PK.eq(id));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
