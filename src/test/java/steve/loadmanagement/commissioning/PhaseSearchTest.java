/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import steve.loadmanagement.commissioning.PhaseSearch.Found;
import steve.loadmanagement.commissioning.PhaseSearch.Moment;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/** Phases found in the steps of a car's current. */
class PhaseSearchTest {

    private static final int[] COURSE = {0, 6, 6, 10, 10, 16, 16, 0, 0, 6, 6};

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** A one-phase car on L2 behind its conductor L1, beside loads that wander by so much from moment to moment. */
    private static List<Moment> moments(int seed, double noiseA) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Moment> moments = new ArrayList<>();
        double[] base = {20, 20, 20};
        for (int amps : COURSE) {
            for (int i = 0; i < base.length; i++) {
                base[i] += random.nextDouble(-noiseA, noiseA + 1e-9);
            }
            moments.add(new Moment(
                    Map.of(Phase.L1, ma(amps), Phase.L2, ma(0), Phase.L3, ma(0)),
                    Map.of(Phase.L1, ma(base[0]), Phase.L2, ma(base[1] + amps), Phase.L3, ma(base[2]))));
        }
        return moments;
    }

    private static Current ma(double amps) {
        return Current.ofMilliamps((int) Math.round(amps * 1000));
    }

    private static @Nullable Phase proposed(List<Found> found) {
        return found.isEmpty() ? null : found.getFirst().proposed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aConductorIsFoundOnItsPhaseThoughOtherLoadsWander(int seed) {
        List<Found> found = PhaseSearch.in(moments(seed, 0.3));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().conductor()).isEqualTo(Phase.L1);
        assertThat(proposed(found)).isEqualTo(Phase.L2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inALotOfNoiseNothingWrongIsProposed(int seed) {
        assertThat(proposed(PhaseSearch.in(moments(seed, 6)))).isIn(Phase.L2, null);
    }

    @Test
    void fewMomentsShowNothing() {
        assertThat(PhaseSearch.in(moments(1, 0).subList(0, 5))).isEmpty();
    }

    @Test
    void threeEqualPhasesStandOutNowhere() {
        List<Moment> moments = new ArrayList<>();
        for (int amps : COURSE) {
            Map<Phase, Current> all = Map.of(Phase.L1, ma(amps), Phase.L2, ma(amps), Phase.L3, ma(amps));
            moments.add(new Moment(all, all));
        }
        assertThat(PhaseSearch.in(moments))
                .hasSize(3)
                .allSatisfy(found -> assertThat(found.proposed()).isNull());
    }
}
