/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.HighestByDay;
import steve.loadmanagement.capacity.LoadRange;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeteredStrand;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** The metered strands and what was learned of each. */
final class MeteredStrands {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredStrands.class);
    private static final Duration STORE_EVERY = Duration.ofMinutes(5);

    private final MeterLog log;
    private final Map<StrandId, MeteredStrand> known = new LinkedHashMap<>();
    private final Map<StrandId, HighestByDay> stored = new HashMap<>();
    private @Nullable Instant storedAt;

    MeteredStrands(MeterLog log) {
        this.log = log;
    }

    void know(DynamicSource.Settings settings, Map<StrandId, Site> siteOf) {
        Map<StrandId, List<MeterSettings>> meters =
                settings.meters().stream().collect(groupingBy(MeterSettings::strand));
        known.keySet().removeIf(id -> !meters.containsKey(id) || !siteOf.containsKey(id));
        meters.forEach((id, ofStrand) -> {
            Site site = siteOf.get(id);
            if (site != null) {
                Strand strand = site.strand(id);
                MeteredStrand before = known.get(id);
                known.put(
                        id,
                        before == null
                                ? MeteredStrand.of(
                                        strand, ofStrand, settings.highest().getOrDefault(id, HighestByDay.NOTHING))
                                : before.edited(strand, ofStrand));
            }
        });
    }

    Collection<MeteredStrand> all() {
        return List.copyOf(known.values());
    }

    @Nullable
    MeteredStrand of(StrandId strand) {
        return known.get(strand);
    }

    void read(StrandId strand, MeterReading.Measured reading, LoadRange controlled) {
        known.computeIfPresent(strand, (_, it) -> it.after(reading, controlled));
    }

    /** Stores the highest base loads now and then. */
    void store(Instant now) {
        if (storedAt != null && storedAt.plus(STORE_EVERY).isAfter(now)) {
            return;
        }
        storedAt = now;
        try {
            known.forEach((id, strand) -> {
                if (!strand.highest().equals(stored.get(id))) {
                    log.highest(id, strand.highest());
                    stored.put(id, strand.highest());
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("the highest base loads are stored later: {}", e.getMessage());
        }
    }
}
