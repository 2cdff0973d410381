/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/**
 * Means of one span in the making: {@code mean = Σ value · time / Σ time}, where what a cycle saw holds until the next one.
 */
final class Means {

    private final Instant begins;
    private final Map<StrandId, StrandMean> strands = new HashMap<>();
    private final Map<EvseRef, EvseMean> evses = new HashMap<>();
    private long millis;

    Means(Instant begins) {
        this.begins = begins;
    }

    Instant begins() {
        return begins;
    }

    boolean isEmpty() {
        return millis == 0;
    }

    /** What these cycles saw held for so long. */
    void add(List<Seen> seen, Duration time) {
        long added = time.toMillis();
        millis += added;
        for (Seen site : seen) {
            site.strands()
                    .values()
                    .forEach(figures -> strands.computeIfAbsent(figures.strand().id(), _ -> new StrandMean())
                            .add(figures, site.report(), added));
            for (Evse evse : site.report().snapshot().site().evses()) {
                if (site.report().facts().of(evse.ref()).session() != null) {
                    evses.computeIfAbsent(evse.ref(), _ -> new EvseMean()).add(evse, site, added);
                }
            }
        }
    }

    /** One cycle of a site, summed up once. */
    record Seen(
            CycleReport report,
            Map<StrandId, StrandFigures> strands,
            Map<EvseRef, Demand> demands,
            Duration maximumReadingAge) {

        static Seen of(CycleReport report, Duration maximumReadingAge) {
            Map<EvseRef, Demand> demands = report.snapshot().demands().stream()
                    .collect(toMap(Demand::evse, Function.identity(), (first, _) -> first));
            return new Seen(report, StrandFigures.of(report, maximumReadingAge), demands, maximumReadingAge);
        }
    }

    List<StrandSample> strandSamples() {
        return strands.entrySet().stream()
                .map(entry -> entry.getValue().sample(entry.getKey(), begins, millis))
                .toList();
    }

    List<EvseSample> evseSamples() {
        return evses.entrySet().stream()
                .map(entry -> entry.getValue().sample(entry.getKey(), begins, millis))
                .toList();
    }
}
