/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** The lowest of several limits, current and power each with the source of the one that binds. */
record Bound(
        @Nullable PhaseCurrents currents,
        LimitSource currentSource,
        @Nullable Power power,
        LimitSource powerSource) {

    /** What the fuse bears, less the strand's margin. */
    static Bound ofRating(Strand strand) {
        PhaseCurrents currents = strand.rating().currents();
        Power power = strand.rating().power();
        return new Bound(
                currents == null ? null : strand.margin().off(currents),
                LimitSource.RATING,
                power == null ? null : strand.margin().off(power, strand.voltage()),
                LimitSource.RATING);
    }

    /** The lowest of these that hold for the strand, its rating among them. */
    static Bound of(Strand strand, List<LimitOverTime> limits, Instant now) {
        Bound bound = ofRating(strand);
        for (LimitOverTime limit : limits) {
            if (limit.strand().equals(strand.id()) && limit.holds(now)) {
                bound = bound.and(limit.limit());
            }
        }
        return bound;
    }

    Bound and(Limit limit) {
        PhaseCurrents other = limit.currents();
        Bound bound = other == null ? this : and(other, limit.source());
        Power watts = limit.power();
        return watts == null ? bound : bound.and(watts, limit.source());
    }

    Bound and(PhaseCurrents other, LimitSource source) {
        PhaseCurrents lowest = currents == null ? other : currents.min(other);
        return new Bound(lowest, lowest.equals(currents) ? currentSource : source, power, powerSource);
    }

    Bound and(Power other, LimitSource source) {
        return power != null && power.compareTo(other) <= 0 ? this : new Bound(currents, currentSource, other, source);
    }
}
