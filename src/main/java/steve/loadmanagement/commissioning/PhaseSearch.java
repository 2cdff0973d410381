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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * On which phase of the grid a conductor hangs, found in the steps of a car's current and in the strand meter's phases:
 *
 * <pre>
 *   match(conductor, phase) = 1 − Σ(Δphase − Δconductor)² / ΣΔconductor²      Δ: from sample to sample
 *   1: the phase changes as the conductor does; 0: nothing of it is seen there
 *   proposed where match ≥ 0.6 and the next best phase lies at least 0.3 below; else nobody knows
 * </pre>
 *
 * Changes and not values, for what else hangs on the strand drifts; and not their correlation alone, for a few small changes
 * of another phase may look alike by chance. A proposal with its evidence: a person decides.
 */
public final class PhaseSearch {

    private static final int LEAST_SAMPLES = 8;
    private static final double LEAST = 0.6;
    private static final double LEAST_LEAD = 0.3;
    private static final double MA_THAT_MATTER = 2_000;

    private PhaseSearch() {}

    /** What was measured at one time: the conductors at the EVSE, the phases at the strand. */
    public record Moment(Map<Phase, Current> conductors, Map<Phase, Current> grid) {}

    /**
     * What was found for one conductor.
     *
     * @param proposed null: nothing stands out
     * @param evidence the match with each phase, 1 at the most
     */
    public record Found(Phase conductor, @Nullable Phase proposed, Map<Phase, Double> evidence) {

        /** The phases that match, if all others match clearly worse; empty: none does, or none stands out. */
        public Set<Phase> possible() {
            Set<Phase> matching = EnumSet.noneOf(Phase.class);
            evidence.forEach((phase, match) -> {
                if (match >= LEAST) {
                    matching.add(phase);
                }
            });
            double least = matching.stream()
                    .mapToDouble(phase -> value(evidence, phase))
                    .min()
                    .orElse(0);
            boolean isClear = evidence.entrySet().stream()
                    .allMatch(on -> matching.contains(on.getKey()) || least - on.getValue() >= LEAST_LEAD);
            return isClear ? matching : Set.of();
        }
    }

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
                evidence.put(phase, match(steps, onGrid));
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

    private static double match(double[] conductor, double[] phase) {
        double missed = 0;
        double all = 0;
        for (int i = 0; i < conductor.length; i++) {
            missed += (phase[i] - conductor[i]) * (phase[i] - conductor[i]);
            all += conductor[i] * conductor[i];
        }
        return 1 - missed / all;
    }
}
