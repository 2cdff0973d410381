/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.jooq.Tables.LM_EVSE;
import static steve.loadmanagement.store.jooq.Tables.LM_STRAND;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.SiteStore;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Margin;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmEvseRecord;
import steve.loadmanagement.store.jooq.tables.records.LmStrandRecord;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/** Strands and the EVSEs on them, in {@code lm_strand} and {@code lm_evse}. */
public final class SiteTables implements SiteStore {

    private final DSLContext ctx;

    public SiteTables(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public List<StoredStrand> strands() {
        return ctx.selectFrom(LM_STRAND)
                .orderBy(LM_STRAND.STRAND_PK)
                .fetch(row -> new StoredStrand(strand(row), row.getVersion()));
    }

    @Override
    public List<Placement> placements() {
        return ctx.selectFrom(LM_EVSE)
                .orderBy(LM_EVSE.CHARGE_BOX_ID, LM_EVSE.EVSE_ID)
                .fetch(SiteTables::placement);
    }

    @Override
    public StrandId insert(Strand strand) {
        LmStrandRecord row = ctx.newRecord(LM_STRAND);
        fill(row, strand);
        Integer id = ctx.insertInto(LM_STRAND)
                .set(row)
                .returningResult(LM_STRAND.STRAND_PK)
                .fetchSingle()
                .value1();
        return new StrandId(id);
    }

    @Override
    public boolean update(Strand strand, int version) {
        LmStrandRecord row = ctx.newRecord(LM_STRAND);
        fill(row, strand);
        row.setVersion(version + 1);
        return ctx.update(LM_STRAND)
                        .set(row)
                        .where(LM_STRAND.STRAND_PK.eq(strand.id().value()))
                        .and(LM_STRAND.VERSION.eq(version))
                        .execute()
                > 0;
    }

    @Override
    public void delete(StrandId strand) {
        ctx.deleteFrom(LM_STRAND).where(LM_STRAND.STRAND_PK.eq(strand.value())).execute();
    }

    @Override
    public void place(Collection<Placement> placements) {
        ctx.transaction(configuration -> {
            for (Placement placement : placements) {
                LmEvseRecord row = row(placement);
                configuration
                        .dsl()
                        .insertInto(LM_EVSE)
                        .set(row)
                        .onDuplicateKeyUpdate()
                        .set(row)
                        .execute();
            }
        });
    }

    @Override
    public void remove(EvseRef evse) {
        ctx.deleteFrom(LM_EVSE)
                .where(LM_EVSE.CHARGE_BOX_ID.eq(evse.chargeBoxId()))
                .and(LM_EVSE.EVSE_ID.eq(evse.evseId()))
                .execute();
    }

    private static Strand strand(LmStrandRecord row) {
        Power power = row.getLimitW() == null ? null : Power.ofWatts(row.getLimitW());
        return new Strand(
                new StrandId(row.getStrandPk()),
                row.getName(),
                row.getParentPk() == null ? null : new StrandId(row.getParentPk()),
                new Limit(currents(row), power, LimitSource.RATING),
                new Voltage(row.getVoltageV()),
                fallback(row),
                Mode.valueOf(row.getMode()),
                new Sharing(Sharing.Measure.valueOf(row.getMeasure()), Sharing.Others.valueOf(row.getOthers())),
                milliamps(row.getUnbalanceMa()),
                new Margin(Current.ofMilliamps(row.getMarginMa()), row.getMarginPercent()),
                row.getClosedLoop());
    }

    private static Fallback fallback(LmStrandRecord row) {
        Integer after = row.getFallbackAfterS();
        return Fallback.of(
                Fallback.School.valueOf(row.getSchool()),
                Current.ofMilliamps(row.getFallbackMa()),
                after == null || after == 0 ? Fallback.USUAL_SILENCE : Duration.ofSeconds(after));
    }

    private static @Nullable PhaseCurrents currents(LmStrandRecord row) {
        Current l1 = milliamps(row.getLimitL1Ma());
        Current l2 = milliamps(row.getLimitL2Ma());
        Current l3 = milliamps(row.getLimitL3Ma());
        return l1 == null || l2 == null || l3 == null ? null : new PhaseCurrents(l1, l2, l3);
    }

    private static void fill(LmStrandRecord row, Strand strand) {
        PhaseCurrents currents = strand.rating().currents();
        Power power = strand.rating().power();
        row.setName(strand.name());
        row.setParentPk(strand.parent() == null ? null : strand.parent().value());
        row.setLimitL1Ma(currents == null ? null : currents.l1().milliamps());
        row.setLimitL2Ma(currents == null ? null : currents.l2().milliamps());
        row.setLimitL3Ma(currents == null ? null : currents.l3().milliamps());
        row.setLimitW(power == null ? null : power.watts());
        row.setVoltageV(strand.voltage().volts());
        row.setSchool(strand.fallback().school().name());
        row.setFallbackMa(strand.fallback().inTheEnd().milliamps());
        row.setFallbackAfterS(Math.toIntExact(strand.fallback().after().toSeconds()));
        row.setMode(strand.mode().name());
        row.setMeasure(strand.sharing().measure().name());
        row.setOthers(strand.sharing().others().name());
        row.setMarginMa(strand.margin().current().milliamps());
        row.setMarginPercent(strand.margin().percent());
        row.setClosedLoop(strand.closedLoop());
        row.setUnbalanceMa(
                strand.unbalance() == null ? null : strand.unbalance().milliamps());
    }

    private static Placement placement(LmEvseRecord row) {
        return new Placement(
                new EvseRef(row.getChargeBoxId(), row.getEvseId()),
                new StrandId(row.getStrandPk()),
                Wiring.valueOf(row.getWiring()),
                Current.ofMilliamps(row.getRatingMa()),
                Current.ofMilliamps(row.getMinimumMa()),
                Current.ofMilliamps(row.getStepMa()),
                milliamps(row.getFallbackMa()),
                row.getWeight(),
                row.getControllable(),
                row.getNeverPause());
    }

    private LmEvseRecord row(Placement placement) {
        LmEvseRecord row = ctx.newRecord(LM_EVSE);
        row.setChargeBoxId(placement.ref().chargeBoxId());
        row.setEvseId(placement.ref().evseId());
        row.setStrandPk(placement.strand().value());
        row.setWiring(placement.wiring().name());
        row.setRatingMa(placement.rating().milliamps());
        row.setMinimumMa(placement.minimum().milliamps());
        row.setStepMa(placement.step().milliamps());
        row.setFallbackMa(
                placement.ownFallback() == null ? null : placement.ownFallback().milliamps());
        row.setWeight(placement.weight());
        row.setControllable(placement.controllable());
        row.setNeverPause(placement.neverPause());
        return row;
    }

    private static @Nullable Current milliamps(@Nullable Integer value) {
        return value == null ? null : Current.ofMilliamps(value);
    }
}
