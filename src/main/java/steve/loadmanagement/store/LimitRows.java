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
import static steve.loadmanagement.store.jooq.Tables.LM_LIMIT;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.WeeklySchedule;
import steve.loadmanagement.control.DynamicStore.StoredLimit;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmLimitRecord;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Limits over time in {@code lm_limit}. */
final class LimitRows {

    private final DSLContext ctx;

    LimitRows(DSLContext ctx) {
        this.ctx = ctx;
    }

    List<StoredLimit> all() {
        return ctx.selectFrom(LM_LIMIT)
                .orderBy(LM_LIMIT.LIMIT_PK)
                .fetch(row -> new StoredLimit(row.getLimitPk(), limit(row)));
    }

    int insert(LimitOverTime limit) {
        return ctx.insertInto(LM_LIMIT)
                .set(row(limit))
                .returningResult(LM_LIMIT.LIMIT_PK)
                .fetchSingle()
                .value1();
    }

    /** Takes the place of the one that came on that line before. */
    void put(SignalLineId line, LimitOverTime limit) {
        boolean isWithdrawn = limit.until() != null && !limit.until().isAfter(limit.from());
        ctx.transaction(configuration -> {
            configuration
                    .dsl()
                    .deleteFrom(LM_LIMIT)
                    .where(LM_LIMIT.SIGNAL_LINE_PK.eq(line.value()))
                    .execute();
            if (!isWithdrawn) {
                LmLimitRecord row = row(limit);
                row.setSignalLinePk(line.value());
                configuration.dsl().insertInto(LM_LIMIT).set(row).execute();
            }
        });
    }

    private LmLimitRecord row(LimitOverTime limit) {
        LmLimitRecord row = ctx.newRecord(LM_LIMIT);
        row.setStrandPk(limit.strand().value());
        row.setSource(limit.limit().source().name());
        PhaseCurrents currents = limit.limit().currents();
        if (currents != null) {
            row.setLimitL1Ma(currents.l1().milliamps());
            row.setLimitL2Ma(currents.l2().milliamps());
            row.setLimitL3Ma(currents.l3().milliamps());
        }
        Power power = limit.limit().power();
        row.setLimitW(power == null ? null : (Integer) power.watts());
        row.setFromAt(utc(limit.from()));
        row.setUntilAt(utc(limit.until()));
        WeeklySchedule schedule = limit.schedule();
        if (schedule != null) {
            row.setZone(schedule.zone().getId());
            row.setSchedule(schedule.text());
        }
        return row;
    }

    boolean withdraw(int id) {
        return ctx.deleteFrom(LM_LIMIT).where(LM_LIMIT.LIMIT_PK.eq(id)).execute() > 0;
    }

    private static LimitOverTime limit(LmLimitRecord row) {
        @Nullable Integer l1 = row.getLimitL1Ma();
        PhaseCurrents currents = l1 == null
                ? null
                : new PhaseCurrents(
                        Current.ofMilliamps(l1),
                        Current.ofMilliamps(row.getLimitL2Ma()),
                        Current.ofMilliamps(row.getLimitL3Ma()));
        Power power = row.getLimitW() == null ? null : Power.ofWatts(row.getLimitW());
        return new LimitOverTime(
                new StrandId(row.getStrandPk()),
                new Limit(currents, power, LimitSource.valueOf(row.getSource())),
                row.getFromAt().toInstant(ZoneOffset.UTC),
                row.getUntilAt() == null ? null : row.getUntilAt().toInstant(ZoneOffset.UTC),
                row.getSchedule() == null || row.getZone() == null
                        ? null
                        : WeeklySchedule.parse(ZoneId.of(row.getZone()), row.getSchedule()));
    }
}
