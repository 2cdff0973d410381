/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** Where means are kept. */
public interface HistoryStore {

    /** Writes means of minutes, at once. */
    void write(Collection<StrandSample> strands, Collection<EvseSample> evses);

    /** Makes the means of the quarter hour that begins then from those of its minutes; again gives the same. */
    void sumUp(Instant quarterHour);

    /** Those that begin in {@code [from, to)}, oldest first. */
    List<StrandSample> strand(StrandId strand, Span span, Instant from, Instant to);

    /** Those that begin in {@code [from, to)}, oldest first. */
    List<EvseSample> evses(Collection<EvseRef> evses, Span span, Instant from, Instant to);

    /** What each EVSE did in the quarter hours that begin in {@code [from, to)}. */
    List<EvseTotal> totals(Instant from, Instant to);

    /** Deletes what is older; a part of it, where it is much. */
    void forget(Span span, Instant before);
}
