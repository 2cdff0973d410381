/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Capacities of a site's strands. */
public final class Capacities {

    private Capacities() {}

    /** What may be shared in these circumstances. */
    public static Map<StrandId, Capacity> of(Site site, Circumstances circumstances) {
        return new StrandCapacities(site, circumstances).all();
    }

    /** What may flow through a strand altogether: the lowest of the limits that hold, its rating among them. */
    public static Capacity bound(Strand strand, List<LimitOverTime> limits, Instant now) {
        Bound bound = Bound.of(strand, limits, now);
        return new Capacity(bound.currents(), bound.currentSource(), bound.power(), bound.powerSource());
    }

    /** Without meters and limits over time: the ratings, less the margins. */
    public static Map<StrandId, Capacity> of(Site site) {
        return site.strands().stream().collect(toUnmodifiableMap(Strand::id, Capacities::ofRating));
    }

    /** What remains when {@code taken} flows already below each strand. */
    public static Map<StrandId, Capacity> less(
            Site site, Map<StrandId, Capacity> capacities, Map<StrandId, PhaseCurrents> taken) {
        Map<StrandId, Capacity> left = new HashMap<>();
        for (Strand strand : site.strands()) {
            Capacity capacity = capacities.get(strand.id());
            left.put(
                    strand.id(),
                    less(
                            capacity == null ? ofRating(strand) : capacity,
                            strand,
                            taken.getOrDefault(strand.id(), PhaseCurrents.ZERO)));
        }
        return left;
    }

    private static Capacity less(Capacity capacity, Strand strand, PhaseCurrents taken) {
        @Nullable PhaseCurrents currents = capacity.currents();
        @Nullable Power power = capacity.power();
        return new Capacity(
                currents == null ? null : currents.minus(taken),
                capacity.currentSource(),
                power == null ? null : power.minus(strand.voltage().power(taken)),
                capacity.powerSource(),
                capacity.others());
    }

    private static Capacity ofRating(Strand strand) {
        Limit rating = strand.rating();
        @Nullable PhaseCurrents currents = rating.currents();
        @Nullable Power power = rating.power();
        return new Capacity(
                currents == null ? null : strand.margin().off(currents),
                LimitSource.RATING,
                power == null ? null : strand.margin().off(power, strand.voltage()),
                LimitSource.RATING);
    }
}
