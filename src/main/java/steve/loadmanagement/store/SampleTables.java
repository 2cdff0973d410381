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
import static steve.loadmanagement.store.jooq.Tables.LM_EVSE_SAMPLE;
import static steve.loadmanagement.store.jooq.Tables.LM_STRAND_SAMPLE;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.history.EvseSample;
import steve.loadmanagement.history.EvseTotal;
import steve.loadmanagement.history.HistoryStore;
import steve.loadmanagement.history.Span;
import steve.loadmanagement.history.StrandSample;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmEvseSampleRecord;
import steve.loadmanagement.store.jooq.tables.records.LmStrandSampleRecord;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Means over time in {@code lm_strand_sample} and {@code lm_evse_sample}. Quarter hours are summed up by the database. */
public final class SampleTables implements HistoryStore {

    private static final int MOST_AT_ONCE = 10_000;

    private static final String STRANDS_SUMMED_UP = """
            REPLACE INTO lm_strand_sample (strand_pk, span_s, begins_at, covered_s, limit_l1_ma, limit_l2_ma, limit_l3_ma,
                limit_w, committed_l1_ma, committed_l2_ma, committed_l3_ma, granted_l1_ma, granted_l2_ma, granted_l3_ma,
                measured_l1_ma, measured_l2_ma, measured_l3_ma, measured_complete, base_l1_ma, base_l2_ma, base_l3_ma)
            SELECT strand_pk, 900, ?, SUM(covered_s), ROUND(AVG(limit_l1_ma)), ROUND(AVG(limit_l2_ma)),
                ROUND(AVG(limit_l3_ma)), ROUND(AVG(limit_w)), ROUND(AVG(committed_l1_ma)), ROUND(AVG(committed_l2_ma)),
                ROUND(AVG(committed_l3_ma)), ROUND(AVG(granted_l1_ma)), ROUND(AVG(granted_l2_ma)),
                ROUND(AVG(granted_l3_ma)), ROUND(AVG(measured_l1_ma)), ROUND(AVG(measured_l2_ma)),
                ROUND(AVG(measured_l3_ma)), MIN(measured_complete), ROUND(AVG(base_l1_ma)), ROUND(AVG(base_l2_ma)),
                ROUND(AVG(base_l3_ma))
            FROM lm_strand_sample WHERE span_s = 60 AND begins_at >= ? AND begins_at < ? GROUP BY strand_pk""";

    private static final String EVSES_SUMMED_UP = """
            REPLACE INTO lm_evse_sample (charge_box_id, evse_id, span_s, begins_at, covered_s, granted_ma, measured_l1_ma,
                measured_l2_ma, measured_l3_ma, waiting_s, curtailed_w)
            SELECT charge_box_id, evse_id, 900, ?, SUM(covered_s), ROUND(SUM(granted_ma) / ?),
                ROUND(SUM(measured_l1_ma) / ?), ROUND(SUM(measured_l2_ma) / ?), ROUND(SUM(measured_l3_ma) / ?),
                SUM(waiting_s), ROUND(SUM(curtailed_w) / ?)
            FROM lm_evse_sample WHERE span_s = 60 AND begins_at >= ? AND begins_at < ?
            GROUP BY charge_box_id, evse_id""";

    private static final String TOTALS = """
            SELECT e.charge_box_id, e.evse_id,
                SUM(q.seen_s * (COALESCE(e.measured_l1_ma, 0) + COALESCE(e.measured_l2_ma, 0)
                    + COALESCE(e.measured_l3_ma, 0))),
                SUM(e.covered_s), SUM(e.waiting_s), SUM(q.seen_s * e.curtailed_w)
            FROM lm_evse_sample e
            JOIN (SELECT begins_at, MAX(covered_s) AS seen_s FROM lm_strand_sample
                WHERE span_s = 900 AND begins_at >= ? AND begins_at < ? GROUP BY begins_at) q
            ON q.begins_at = e.begins_at
            WHERE e.span_s = 900
            GROUP BY e.charge_box_id, e.evse_id ORDER BY e.charge_box_id, e.evse_id""";

    private final DSLContext ctx;

    public SampleTables(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public void write(Collection<StrandSample> strands, Collection<EvseSample> evses) {
        List<Query> inserts = new ArrayList<>();
        for (StrandSample sample : strands) {
            LmStrandSampleRecord row = row(sample);
            inserts.add(ctx.insertInto(LM_STRAND_SAMPLE)
                    .set(row)
                    .onDuplicateKeyUpdate()
                    .set(row));
        }
        for (EvseSample sample : evses) {
            LmEvseSampleRecord row = row(sample);
            inserts.add(ctx.insertInto(LM_EVSE_SAMPLE)
                    .set(row)
                    .onDuplicateKeyUpdate()
                    .set(row));
        }
        ctx.transaction(configuration -> configuration.dsl().batch(inserts).execute());
    }

    private static LmStrandSampleRecord row(StrandSample sample) {
        LmStrandSampleRecord row = new LmStrandSampleRecord();
        row.setStrandPk(sample.strand().value());
        row.setSpanS(Span.MINUTE.seconds());
        row.setBeginsAt(utc(sample.begins()));
        row.setCoveredS(sample.covered());
        PhaseCurrents limit = sample.limit();
        row.setLimitL1Ma(limit == null ? null : limit.l1().milliamps());
        row.setLimitL2Ma(limit == null ? null : limit.l2().milliamps());
        row.setLimitL3Ma(limit == null ? null : limit.l3().milliamps());
        row.setLimitW(sample.limitPower() == null ? null : sample.limitPower().watts());
        PhaseCurrents base = sample.baseLoad();
        row.setBaseL1Ma(base == null ? null : base.l1().milliamps());
        row.setBaseL2Ma(base == null ? null : base.l2().milliamps());
        row.setBaseL3Ma(base == null ? null : base.l3().milliamps());
        row.setCommittedL1Ma(sample.committed().l1().milliamps());
        row.setCommittedL2Ma(sample.committed().l2().milliamps());
        row.setCommittedL3Ma(sample.committed().l3().milliamps());
        row.setGrantedL1Ma(sample.granted().l1().milliamps());
        row.setGrantedL2Ma(sample.granted().l2().milliamps());
        row.setGrantedL3Ma(sample.granted().l3().milliamps());
        row.setMeasuredL1Ma(sample.measured().l1().milliamps());
        row.setMeasuredL2Ma(sample.measured().l2().milliamps());
        row.setMeasuredL3Ma(sample.measured().l3().milliamps());
        row.setMeasuredComplete(sample.isComplete());
        return row;
    }

    private static LmEvseSampleRecord row(EvseSample sample) {
        LmEvseSampleRecord row = new LmEvseSampleRecord();
        row.setChargeBoxId(sample.evse().chargeBoxId());
        row.setEvseId(sample.evse().evseId());
        row.setSpanS(Span.MINUTE.seconds());
        row.setBeginsAt(utc(sample.begins()));
        row.setCoveredS(sample.covered());
        row.setGrantedMa(sample.granted().milliamps());
        PhaseCurrents measured = sample.measured();
        row.setMeasuredL1Ma(measured == null ? null : measured.l1().milliamps());
        row.setMeasuredL2Ma(measured == null ? null : measured.l2().milliamps());
        row.setMeasuredL3Ma(measured == null ? null : measured.l3().milliamps());
        row.setWaitingS(sample.waiting());
        row.setCurtailedW(sample.curtailed().watts());
        return row;
    }

    @Override
    public void sumUp(Instant quarterHour) {
        LocalDateTime from = utc(quarterHour);
        LocalDateTime to = utc(Span.QUARTER_HOUR.end(quarterHour));
        int minutes = ctx.select(org.jooq.impl.DSL.countDistinct(LM_STRAND_SAMPLE.BEGINS_AT))
                .from(LM_STRAND_SAMPLE)
                .where(LM_STRAND_SAMPLE.SPAN_S.eq(Span.MINUTE.seconds()))
                .and(LM_STRAND_SAMPLE.BEGINS_AT.ge(from))
                .and(LM_STRAND_SAMPLE.BEGINS_AT.lt(to))
                .fetchSingle()
                .value1();
        if (minutes > 0) {
            ctx.execute(STRANDS_SUMMED_UP, from, from, to);
            ctx.execute(EVSES_SUMMED_UP, from, minutes, minutes, minutes, minutes, minutes, from, to);
        }
    }

    @Override
    public List<StrandSample> strand(StrandId strand, Span span, Instant from, Instant to) {
        return ctx.selectFrom(LM_STRAND_SAMPLE)
                .where(LM_STRAND_SAMPLE.STRAND_PK.eq(strand.value()))
                .and(LM_STRAND_SAMPLE.SPAN_S.eq(span.seconds()))
                .and(LM_STRAND_SAMPLE.BEGINS_AT.ge(utc(from)))
                .and(LM_STRAND_SAMPLE.BEGINS_AT.lt(utc(to)))
                .orderBy(LM_STRAND_SAMPLE.BEGINS_AT)
                .fetch(SampleTables::sample);
    }

    private static StrandSample sample(LmStrandSampleRecord row) {
        return new StrandSample(
                new StrandId(row.getStrandPk()),
                row.getBeginsAt().toInstant(ZoneOffset.UTC),
                row.getCoveredS(),
                orNull(row.getLimitL1Ma(), row.getLimitL2Ma(), row.getLimitL3Ma()),
                row.getLimitW() == null ? null : Power.ofWatts(row.getLimitW()),
                orNull(row.getBaseL1Ma(), row.getBaseL2Ma(), row.getBaseL3Ma()),
                currents(row.getCommittedL1Ma(), row.getCommittedL2Ma(), row.getCommittedL3Ma()),
                currents(row.getGrantedL1Ma(), row.getGrantedL2Ma(), row.getGrantedL3Ma()),
                currents(row.getMeasuredL1Ma(), row.getMeasuredL2Ma(), row.getMeasuredL3Ma()),
                row.getMeasuredComplete());
    }

    @Override
    public List<EvseSample> evses(Collection<EvseRef> evses, Span span, Instant from, Instant to) {
        List<String> stations =
                evses.stream().map(EvseRef::chargeBoxId).distinct().toList();
        return ctx
                .selectFrom(LM_EVSE_SAMPLE)
                .where(LM_EVSE_SAMPLE.SPAN_S.eq(span.seconds()))
                .and(LM_EVSE_SAMPLE.BEGINS_AT.ge(utc(from)))
                .and(LM_EVSE_SAMPLE.BEGINS_AT.lt(utc(to)))
                .and(LM_EVSE_SAMPLE.CHARGE_BOX_ID.in(stations))
                .orderBy(LM_EVSE_SAMPLE.BEGINS_AT)
                .fetch(SampleTables::sample)
                .stream()
                .filter(sample -> evses.contains(sample.evse()))
                .toList();
    }

    private static EvseSample sample(LmEvseSampleRecord row) {
        return new EvseSample(
                new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                row.getBeginsAt().toInstant(ZoneOffset.UTC),
                row.getCoveredS(),
                Current.ofMilliamps(row.getGrantedMa()),
                orNull(row.getMeasuredL1Ma(), row.getMeasuredL2Ma(), row.getMeasuredL3Ma()),
                row.getWaitingS(),
                Power.ofWatts(row.getCurtailedW()));
    }

    @Override
    public List<EvseTotal> totals(Instant from, Instant to) {
        return ctx.fetch(TOTALS, utc(from), utc(to))
                .map(row -> new EvseTotal(
                        new EvseRef(row.get(0, String.class), row.get(1, Integer.class)),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class)));
    }

    private static @Nullable PhaseCurrents orNull(@Nullable Integer l1, @Nullable Integer l2, @Nullable Integer l3) {
        return l1 == null || l2 == null || l3 == null ? null : currents(l1, l2, l3);
    }

    private static PhaseCurrents currents(int l1, int l2, int l3) {
        return new PhaseCurrents(Current.ofMilliamps(l1), Current.ofMilliamps(l2), Current.ofMilliamps(l3));
    }

    @Override
    public void forget(Span span, Instant before) {
        ctx.deleteFrom(LM_STRAND_SAMPLE)
                .where(LM_STRAND_SAMPLE.SPAN_S.eq(span.seconds()))
                .and(LM_STRAND_SAMPLE.BEGINS_AT.lt(utc(before)))
                .limit(MOST_AT_ONCE)
                .execute();
        ctx.deleteFrom(LM_EVSE_SAMPLE)
                .where(LM_EVSE_SAMPLE.SPAN_S.eq(span.seconds()))
                .and(LM_EVSE_SAMPLE.BEGINS_AT.lt(utc(before)))
                .limit(MOST_AT_ONCE)
                .execute();
    }
}
