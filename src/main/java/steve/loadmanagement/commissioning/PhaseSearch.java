/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * On which phase of the grid a conductor hangs, found in the steps of a car's current and in the strand meter's phases:
 *
 * <pre>
 *   r(conductor, phase) = correlation of the conductor's changes with the phase's changes, from sample to sample
 *   proposed where r ≥ 0.8 and the next best phase lies at least 0.3 below; else nobody knows
 * </pre>
 *
 * Changes and not values, for what else hangs on the strand drifts. A proposal with its evidence: a person decides.
 */
public final class PhaseSearch {

    private static final int LEAST_SAMPLES = 8;
    private static final double LEAST = 0.8;
    private static final double LEAST_LEAD = 0.3;
    private static final double MA_THAT_MATTER = 2_000;

    private PhaseSearch() {}

    /** What was measured at one time: the conductors at the EVSE, the phases at the strand. */
    public record Moment(Map<Phase, Current> conductors, Map<Phase, Current> grid) {}

    /**
     * What was found for one conductor.
     *
     * @param proposed null: nothing stands out
     * @param evidence the correlation with each phase, from -1 to 1
     */
    public record Found(Phase conductor, @Nullable Phase proposed, Map<Phase, Double> evidence) {}

    /** For each conductor whose current changed; fewer than eight moments show nothing. */
    public static List<Found> in(List<Moment> moments) {
        return moments.size() < LEAST_SAMPLES
                ? List.of()
                : List.of(Phase.values()).stream()
                        .filter(conductor -> changes(moments, conductor, true) != null)
                        .map(conductor -> found(moments, conductor))
                        .filter(found -> !found.evidence().isEmpty())
                        .toList();
    }

    private static Found found(List<Moment> moments, Phase conductor) {
        double[] steps = changes(moments, conductor, true);
        Map<Phase, Double> evidence = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            double[] onGrid = changes(moments, phase, false);
            if (steps != null && onGrid != null && largest(steps) >= MA_THAT_MATTER) {
                evidence.put(phase, correlation(steps, onGrid));
            }
        }
        return new Found(conductor, best(evidence), evidence);
    }

    private static @Nullable Phase best(Map<Phase, Double> evidence) {
        Phase best = null;
        for (Phase phase : evidence.keySet()) {
            boolean leads = evidence.entrySet().stream()
                    .filter(other -> other.getKey() != phase)
                    .allMatch(other -> value(evidence, phase) - other.getValue() >= LEAST_LEAD);
            best = leads && value(evidence, phase) >= LEAST ? phase : best;
        }
        return best;
    }

    private static double value(Map<Phase, Double> evidence, Phase phase) {
        return evidence.getOrDefault(phase, 0.0);
    }

    /** From moment to moment, mA; null: it is missing somewhere. */
    private static double @Nullable [] changes(List<Moment> moments, Phase phase, boolean ofConductor) {
        double[] changes = new double[moments.size() - 1];
        Current last = null;
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            Current current = (ofConductor ? moment.conductors() : moment.grid()).get(phase);
            if (current == null) {
                return null;
            }
            if (last != null) {
                changes[i - 1] = current.minus(last).milliamps();
            }
            last = current;
        }
        return changes;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double together = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - meanA) * (b[i] - meanB);
            ofA += (a[i] - meanA) * (a[i] - meanA);
            ofB += (b[i] - meanB) * (b[i] - meanB);
        }
        return ofA == 0 || ofB == 0 ? 0 : together / Math.sqrt(ofA * ofB);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
