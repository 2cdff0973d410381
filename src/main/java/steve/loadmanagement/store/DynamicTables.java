/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.MeterLog.DimmingLine;
import steve.loadmanagement.control.MeterLog.QuarterHourLine;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** Meters, limits over time and what belongs to them. */
public final class DynamicTables implements DynamicStore {

    private final MeterRows meters;
    private final LimitRows limits;
    private final GridRows grid;
    private final MeterHistory history;
    private final SignalLineRows lines;

    public DynamicTables(DSLContext ctx, SecretBox box) {
        this.meters = new MeterRows(ctx, box);
        this.limits = new LimitRows(ctx);
        this.grid = new GridRows(ctx);
        this.history = new MeterHistory(ctx);
        this.lines = new SignalLineRows(ctx, box);
    }

    @Override
    public Settings read() {
        return new Settings(
                meters.all(),
                limits.all().stream().map(StoredLimit::limit).toList(),
                grid.targets(),
                grid.rules(),
                grid.steerable(),
                grid.signals(),
                history.highest(),
                lines.all());
    }

    @Override
    public @Nullable String of(MeterId meter) {
        return meters.secret(meter);
    }

    @Override
    public MeterId insert(MeterSettings meter, @Nullable String secret) {
        return meters.insert(meter, secret);
    }

    @Override
    public boolean update(MeterSettings meter, @Nullable String secret) {
        return meters.update(meter, secret);
    }

    @Override
    public boolean delete(MeterId meter) {
        return meters.delete(meter);
    }

    @Override
    public List<StoredLimit> limits() {
        return limits.all();
    }

    @Override
    public int insert(LimitOverTime limit) {
        return limits.insert(limit);
    }

    @Override
    public boolean withdraw(int limit) {
        return limits.withdraw(limit);
    }

    @Override
    public void put(PeakTarget target) {
        grid.put(target);
    }

    @Override
    public boolean deleteTarget(StrandId strand) {
        return grid.deleteTarget(strand);
    }

    @Override
    public void put(StrandId strand, GridRules rules) {
        grid.put(strand, rules);
    }

    @Override
    public void steerable(EvseRef evse, boolean isSteerable) {
        grid.steerable(evse, isSteerable);
    }

    @Override
    public void put(GridSignal signal) {
        grid.put(signal);
    }

    @Override
    public void put(SignalLineId line, LimitOverTime limit) {
        limits.put(line, limit);
    }

    @Override
    public @Nullable String of(SignalLineId line) {
        return lines.secret(line);
    }

    @Override
    public SignalLineId insert(SignalLine line, @Nullable String secret) {
        return lines.insert(line, secret);
    }

    @Override
    public boolean update(SignalLine line, @Nullable String secret) {
        return lines.update(line, secret);
    }

    @Override
    public boolean delete(SignalLineId line) {
        return lines.delete(line);
    }

    @Override
    public List<QuarterHourLine> highestQuarterHours(StrandId strand, Instant since, int most) {
        return history.highest(strand, since, most);
    }

    @Override
    public List<DimmingLine> dimmings(StrandId strand) {
        return history.dimmings(strand);
    }
}
