/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.history.EvseSample;
import steve.loadmanagement.history.Span;
import steve.loadmanagement.history.StrandSample;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What a chart draws, in columns: one value for each moment. A moment that was not seen is not there.
 *
 * @param beginsS when each mean begins, s since 1970
 * @param spanS how long each mean is, s
 * @param limitMa what vehicles might share: base load is off already
 * @param baseLoadMa what others used; null: nobody measured it
 * @param complete whether every session was measured all that time
 * @param evses those that drew most, largest first; the rest together under no name
 */
record Chart(
        List<Long> beginsS,
        int spanS,
        Map<Phase, List<@Nullable Integer>> limitMa,
        List<@Nullable Integer> limitW,
        Map<Phase, List<@Nullable Integer>> baseLoadMa,
        Map<Phase, List<@Nullable Integer>> committedMa,
        Map<Phase, List<@Nullable Integer>> grantedMa,
        Map<Phase, List<@Nullable Integer>> measuredMa,
        List<Boolean> complete,
        List<Line> evses) {

    private static final int MOST_LINES = 11;

    /** What one EVSE drew; null: the rest of them. */
    record Line(@Nullable String evse, Map<Phase, List<@Nullable Integer>> measuredMa) {}

    static Chart of(Span span, List<StrandSample> samples, List<EvseSample> evses) {
        return new Chart(
                samples.stream().map(sample -> sample.begins().getEpochSecond()).toList(),
                span.seconds(),
                phases(samples, StrandSample::limit),
                samples.stream()
                        .<@Nullable Integer>map(sample -> sample.limitPower() == null
                                ? null
                                : (Integer) sample.limitPower().watts())
                        .toList(),
                phases(samples, StrandSample::baseLoad),
                phases(samples, StrandSample::committed),
                phases(samples, StrandSample::granted),
                phases(samples, StrandSample::measured),
                samples.stream().map(StrandSample::isComplete).toList(),
                lines(samples, evses));
    }

    private static <T> Map<Phase, List<@Nullable Integer>> phases(
            List<T> samples, Function<T, @Nullable PhaseCurrents> currents) {
        Map<Phase, List<@Nullable Integer>> byPhase = new HashMap<>();
        for (Phase phase : Phase.values()) {
            List<@Nullable Integer> column = new ArrayList<>();
            for (T sample : samples) {
                PhaseCurrents value = currents.apply(sample);
                column.add(value == null ? null : (Integer) value.on(phase).milliamps());
            }
            byPhase.put(phase, column);
        }
        return byPhase;
    }

    private static List<Line> lines(List<StrandSample> samples, List<EvseSample> evses) {
        Map<Long, Integer> rows = new HashMap<>();
        samples.forEach(sample -> rows.put(sample.begins().getEpochSecond(), rows.size()));
        Map<EvseRef, List<EvseSample>> byEvse = evses.stream().collect(groupingBy(EvseSample::evse));
        List<EvseRef> largest = byEvse.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<EvseRef, List<EvseSample>> entry) -> -drawn(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        List<Line> lines = new ArrayList<>();
        for (EvseRef evse : largest.subList(0, Math.min(MOST_LINES, largest.size()))) {
            lines.add(line(evse.toString(), byEvse.getOrDefault(evse, List.of()), rows));
        }
        if (largest.size() > MOST_LINES) {
            List<EvseSample> rest = largest.subList(MOST_LINES, largest.size()).stream()
                    .flatMap(evse -> byEvse.getOrDefault(evse, List.of()).stream())
                    .toList();
            lines.add(line(null, rest, rows));
        }
        return lines;
    }

    private static long drawn(List<EvseSample> samples) {
        return samples.stream()
                .map(EvseSample::measured)
                .mapToLong(measured -> measured == null
                        ? 0
                        : (long) measured.l1().milliamps()
                                + measured.l2().milliamps()
                                + measured.l3().milliamps())
                .sum();
    }

    private static Line line(@Nullable String name, List<EvseSample> samples, Map<Long, Integer> rows) {
        Map<Phase, List<@Nullable Integer>> byPhase = new HashMap<>();
        for (Phase phase : Phase.values()) {
            @Nullable Integer[] column = new @Nullable Integer[rows.size()];
            for (EvseSample sample : samples) {
                Integer row = rows.get(sample.begins().getEpochSecond());
                if (row != null && sample.measured() != null) {
                    Integer before = column[row];
                    column[row] = (before == null ? 0 : before)
                            + sample.measured().on(phase).milliamps();
                }
            }
            byPhase.put(phase, java.util.Arrays.asList(column));
        }
        return new Line(name, byPhase);
    }
}
