/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.control.MeterLog.DimmingLine;
import steve.loadmanagement.control.MeterLog.QuarterHourLine;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** Changes what {@link DynamicSource} reads, and shows what {@link MeterLog} wrote. What comes in is checked already. */
public interface DynamicStore extends DynamicSource, MeterSecrets, SignalSecrets, SignalLog {

    /** @param secret password or token; null: none */
    MeterId insert(MeterSettings meter, @Nullable String secret);

    /** @param secret null: as it was; empty: none */
    boolean update(MeterSettings meter, @Nullable String secret);

    boolean delete(MeterId meter);

    List<StoredLimit> limits();

    int insert(LimitOverTime limit);

    /** Whether there was one of that id. */
    boolean withdraw(int limit);

    void put(PeakTarget target);

    boolean deleteTarget(StrandId strand);

    void put(StrandId strand, GridRules rules);

    /** Marks or unmarks an EVSE as a controllable device under section 14a EnWG. */
    void steerable(EvseRef evse, boolean isSteerable);

    /** @param secret password; null: none */
    SignalLineId insert(SignalLine line, @Nullable String secret);

    /**
     * Where the strand or the kind is another one, what came on the line before is forgotten.
     *
     * @param secret null: as it was; empty: none
     */
    boolean update(SignalLine line, @Nullable String secret);

    /** With it goes what came on it last: a dimming that it brought is over. */
    boolean delete(SignalLineId line);

    /** The highest quarter hours of a strand since then, highest first. */
    List<QuarterHourLine> highestQuarterHours(StrandId strand, Instant since, int most);

    /** Dimmings of a strand, newest first. */
    List<DimmingLine> dimmings(StrandId strand);

    /** A limit and its id. */
    record StoredLimit(int id, LimitOverTime limit) {}
}
