/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import steve.loadmanagement.allocation.PlanCheck.Car;
import support.RandomSnapshots;
import support.RandomSnapshots.Style;

/**
 * The plan beside the lexicographic max-min optimum, found by linear programs: the highest level that all can have; whoever
 * can have no more is fixed there; the same for the rest, until all are fixed.
 */
class LinearProgramTest {

    private static final Style SMALL = new Style(9, 1, false, false, true);

    /** Of a level in mA; a plan rounds to whole milliamperes, the solver to six digits. */
    private static final double TOLERANCE = 30;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 1500) / 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlanIsTheMaxMinOptimum(int seed) {
        Snapshot snapshot = RandomSnapshots.of(seed, SMALL);
        PlanCheck check = new PlanCheck(snapshot, new TreeAllocator().allocate(snapshot));
        List<Car> cars = check.cars().stream().filter(Car::canCharge).toList();
        Map<Car, Double> optimum = new Optimum(check, cars).levels();
        for (Car car : cars) {
            assertThat(check.level(car, 0)).as("%s", car).isCloseTo(optimum.getOrDefault(car, 0.0), within(check, car));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(PlanCheck check, Car car) {
        return org.assertj.core.data.Offset.offset(TOLERANCE * Math.max(1, check.levelOf(car, 1)));
    }

    /** Fixes level after level. */
    private record Optimum(PlanCheck check, List<Car> cars) {

        Map<Car, Double> levels() {
            Map<Car, Double> fixed = new HashMap<>();
            Set<Car> rising = new HashSet<>(cars);
            while (!rising.isEmpty()) {
                double level = highest(fixed, rising, null, 0);
                Set<Car> stopped = new HashSet<>();
                for (Car car : rising) {
                    double most = highest(fixed, rising, car, level);
                    if (most <= lowest(car, level) + check.levelOf(car, 1) / 10) {
                        stopped.add(car);
                    }
                }
                stopped.forEach(car -> fixed.put(car, lowest(car, level)));
                if (stopped.isEmpty()) {
                    throw new AssertionError("nobody stops at " + level);
                }
                rising.removeAll(stopped);
            }
            return fixed;
        }

        /** What a car has at least when the level has come so far. */
        private double lowest(Car car, double level) {
            return Math.clamp(level, check.levelOf(car, car.minimum()), check.levelOf(car, car.ceiling()));
        }

        /** The highest level that all who rise can have; or, with all of them at that level, the most that one can have. */
        private double highest(Map<Car, Double> fixed, Set<Car> rising, @Nullable Car one, double atLeast) {
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            Variable level = model.newVariable("level").lower(0).upper(1e6).weight(one == null ? 1 : 0);
            Map<Car, Variable> currents = new HashMap<>();
            for (Car car : cars) {
                Variable current = model.newVariable(car.evse().ref().toString());
                currents.put(car, current);
                if (!rising.contains(car)) {
                    double at = fixed.getOrDefault(car, 0.0) / check.levelOf(car, 1);
                    current.lower(at - 0.001).upper(at);
                } else if (one != null) {
                    current.lower(lowest(car, atLeast) / check.levelOf(car, 1) - 0.001)
                            .upper(car.ceiling())
                            .weight(car.equals(one) ? 1 : 0);
                } else {
                    current.lower(car.minimum()).upper(car.ceiling());
                }
            }
            if (one == null) {
                rise(model, level, rising, currents);
            }
            limits(model, currents);
            Optimisation.Result result = model.maximise();
            assertThat(result.getState().isFeasible()).isTrue();
            return one == null
                    ? result.doubleValue(0)
                    : result.doubleValue(1 + cars.indexOf(one)) * check.levelOf(one, 1);
        }

        /** Who is below its ceiling is at the level; one at its ceiling holds the level back only if nobody else rises. */
        private void rise(ExpressionsBasedModel model, Variable level, Set<Car> rising, Map<Car, Variable> currents) {
            double top = rising.stream()
                    .mapToDouble(car -> check.levelOf(car, car.ceiling()))
                    .min()
                    .orElse(0);
            level.upper(top);
            for (Car car : rising) {
                Expression atLevel =
                        model.newExpression("rise " + car.evse().ref()).lower(0);
                atLevel.set(currents.get(car), check.levelOf(car, 1));
                atLevel.set(level, -1);
            }
        }

        private void limits(ExpressionsBasedModel model, Map<Car, Variable> currents) {
            for (int strand = 0; strand < check.strandCount(); strand++) {
                for (int kind = 0; kind < PlanCheck.KINDS; kind++) {
                    long capacity = check.capacity(strand, kind);
                    if (capacity < Long.MAX_VALUE / 8) {
                        limit(model.newExpression(strand + "/" + kind).upper(capacity), currents, strand, kind);
                    }
                }
            }
        }

        private void limit(Expression sum, Map<Car, Variable> currents, int strand, int kind) {
            List<Car> counted = new ArrayList<>(cars);
            counted.removeIf(car -> !car.way().contains(strand) || car.loads(kind) == 0);
            counted.forEach(car -> sum.set(currents.get(car), car.loads(kind)));
        }
    }
}
