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
import static steve.loadmanagement.store.jooq.Tables.LM_BASE_LOAD_DAY;
import static steve.loadmanagement.store.jooq.Tables.LM_DIMMING;
import static steve.loadmanagement.store.jooq.Tables.LM_QUARTER_HOUR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.HighestByDay;
import steve.loadmanagement.control.MeterLog;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmDimmingRecord;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** What meters showed, and what the grid operator asked for. Dimmings and quarter hours are kept for two years and a bit. */
public final class MeterHistory implements MeterLog {

    private static final Period KEPT = Period.ofDays(2 * 366);
    private static final long QUARTERS_AN_HOUR = Duration.ofHours(1).dividedBy(Duration.ofMinutes(15));

    private final DSLContext ctx;

    public MeterHistory(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public void ended(List<QuarterHourLine> quarterHours) {
        ctx.transaction(configuration -> {
            for (QuarterHourLine line : quarterHours) {
                configuration
                        .dsl()
                        .insertInto(LM_QUARTER_HOUR)
                        .set(LM_QUARTER_HOUR.STRAND_PK, line.strand().value())
                        .set(LM_QUARTER_HOUR.FROM_AT, utc(line.from()))
                        .set(LM_QUARTER_HOUR.ENERGY_WH, line.energy().wattHours())
                        .set(LM_QUARTER_HOUR.ASSUMED_S, Math.toIntExact(line.assumedS()))
                        .onDuplicateKeyIgnore()
                        .execute();
            }
            Instant oldest = quarterHours.getLast().from().minus(KEPT);
            configuration
                    .dsl()
                    .deleteFrom(LM_QUARTER_HOUR)
                    .where(LM_QUARTER_HOUR.FROM_AT.lt(utc(oldest)))
                    .execute();
            configuration
                    .dsl()
                    .deleteFrom(LM_DIMMING)
                    .where(LM_DIMMING.SIGNALLED_AT.lt(utc(oldest)))
                    .execute();
        });
    }

    @Override
    public Map<StrandId, Power> peaksSince(Instant from) {
        Map<StrandId, Power> peaks = new HashMap<>();
        ctx.select(LM_QUARTER_HOUR.STRAND_PK, DSL.max(LM_QUARTER_HOUR.ENERGY_WH))
                .from(LM_QUARTER_HOUR)
                .where(LM_QUARTER_HOUR.FROM_AT.ge(utc(from)))
                .groupBy(LM_QUARTER_HOUR.STRAND_PK)
                .forEach(row -> peaks.put(new StrandId(row.value1()), mean(row.value2())));
        return peaks;
    }

    private static Power mean(long wattHours) {
        return Power.ofWatts(Math.toIntExact(wattHours * QUARTERS_AN_HOUR));
    }

    List<QuarterHourLine> highest(StrandId strand, Instant since, int most) {
        return ctx.selectFrom(LM_QUARTER_HOUR)
                .where(LM_QUARTER_HOUR.STRAND_PK.eq(strand.value()))
                .and(LM_QUARTER_HOUR.FROM_AT.ge(utc(since)))
                .orderBy(LM_QUARTER_HOUR.ENERGY_WH.desc(), LM_QUARTER_HOUR.FROM_AT)
                .limit(most)
                .fetch(row -> new QuarterHourLine(
                        strand,
                        row.getFromAt().toInstant(ZoneOffset.UTC),
                        Energy.ofWattHours(row.getEnergyWh()),
                        row.getAssumedS()));
    }

    @Override
    public void highest(StrandId strand, HighestByDay days) {
        ctx.transaction(configuration -> {
            configuration
                    .dsl()
                    .deleteFrom(LM_BASE_LOAD_DAY)
                    .where(LM_BASE_LOAD_DAY.STRAND_PK.eq(strand.value()))
                    .execute();
            days.days()
                    .forEach((day, currents) -> configuration
                            .dsl()
                            .insertInto(LM_BASE_LOAD_DAY)
                            .set(LM_BASE_LOAD_DAY.STRAND_PK, strand.value())
                            .set(LM_BASE_LOAD_DAY.ON_DAY, day)
                            .set(LM_BASE_LOAD_DAY.HIGHEST_L1_MA, currents.l1().milliamps())
                            .set(LM_BASE_LOAD_DAY.HIGHEST_L2_MA, currents.l2().milliamps())
                            .set(LM_BASE_LOAD_DAY.HIGHEST_L3_MA, currents.l3().milliamps())
                            .execute());
        });
    }

    Map<StrandId, HighestByDay> highest() {
        Map<StrandId, Map<LocalDate, PhaseCurrents>> days = new HashMap<>();
        ctx.selectFrom(LM_BASE_LOAD_DAY)
                .forEach(row -> days.computeIfAbsent(new StrandId(row.getStrandPk()), _ -> new HashMap<>())
                        .put(
                                row.getOnDay(),
                                new PhaseCurrents(
                                        Current.ofMilliamps(row.getHighestL1Ma()),
                                        Current.ofMilliamps(row.getHighestL2Ma()),
                                        Current.ofMilliamps(row.getHighestL3Ma()))));
        Map<StrandId, HighestByDay> highest = new HashMap<>();
        days.forEach((strand, ofStrand) -> highest.put(strand, new HighestByDay(ofStrand)));
        return highest;
    }

    @Override
    public void dimming(DimmingLine line) {
        LmDimmingRecord row = ctx.newRecord(LM_DIMMING);
        row.setStrandPk(line.strand().value());
        row.setSignalledAt(utc(line.signalledAt()));
        row.setChannel(line.channel().name());
        row.setLimitW(line.limit().watts());
        row.setBeforeW(line.before().watts());
        row.setKeptAt(utc(line.keptAt()));
        row.setEndedAt(utc(line.endedAt()));
        ctx.insertInto(LM_DIMMING)
                .set(row)
                .onDuplicateKeyUpdate()
                .set(LM_DIMMING.LIMIT_W, line.limit().watts())
                .set(LM_DIMMING.KEPT_AT, utc(line.keptAt()))
                .set(LM_DIMMING.ENDED_AT, utc(line.endedAt()))
                .execute();
    }

    List<DimmingLine> dimmings(StrandId strand) {
        return ctx.selectFrom(LM_DIMMING)
                .where(LM_DIMMING.STRAND_PK.eq(strand.value()))
                .orderBy(LM_DIMMING.SIGNALLED_AT.desc())
                .fetch(row -> new DimmingLine(
                        strand,
                        GridSignal.Channel.valueOf(row.getChannel()),
                        row.getSignalledAt().toInstant(ZoneOffset.UTC),
                        Power.ofWatts(row.getLimitW()),
                        Power.ofWatts(row.getBeforeW()),
                        row.getKeptAt() == null ? null : row.getKeptAt().toInstant(ZoneOffset.UTC),
                        row.getEndedAt() == null ? null : row.getEndedAt().toInstant(ZoneOffset.UTC)));
    }
}
