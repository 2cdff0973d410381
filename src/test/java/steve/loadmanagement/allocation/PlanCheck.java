/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Sharing.Measure;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Phase;

/**
 * Judges a plan by the definitions alone, with none of the allocator's classes: what each strand carries is summed up anew,
 * and each claim is tried out, EVSE by EVSE.
 */
final class PlanCheck {

    private static final int PHASES = 3;
    static final int KINDS = 4;

    /** Steps of a milliampere, two or three of them, for a weight of 1 on three phases. */
    private static final double ROUNDING = 9;

    /** What somebody at the minimum may have been handed on, mA. */
    private static final int MOST_CRUMBS = 3;

    private final Snapshot snapshot;
    private final List<Strand> strands;
    private final List<Car> cars = new ArrayList<>();
    private final long[][] left;
    private final long[][] uneven;

    /** What the plan grants, and what there is to know of whom. */
    record Car(Demand demand, Evse evse, int current, int phases, List<Integer> way) {

        int step() {
            return evse.step().milliamps();
        }

        int minimum() {
            return Math.ceilDiv(demand.minimum().milliamps(), step()) * step();
        }

        int ceiling() {
            return Math.floorDiv(demand.ceiling().milliamps(), step()) * step();
        }

        boolean canCharge() {
            return minimum() <= ceiling();
        }

        /** How often it counts on a phase, or, for the last kind, in power. */
        int loads(int kind) {
            return kind == PHASES ? phases : evse.wiring().loads(phases).contains(Phase.values()[kind]) ? 1 : 0;
        }

        boolean isUneven() {
            return evse.wiring().loads(phases).size() < PHASES;
        }
    }

    PlanCheck(Snapshot snapshot, Plan plan) {
        this.snapshot = snapshot;
        this.strands = snapshot.site().strands();
        this.left = new long[strands.size()][KINDS];
        this.uneven = new long[strands.size()][PHASES];
        for (int strand = 0; strand < strands.size(); strand++) {
            for (int kind = 0; kind < KINDS; kind++) {
                left[strand][kind] = capacity(strand, kind);
            }
        }
        snapshot.demands().forEach(demand -> add(demand, plan));
    }

    long capacity(int strand, int kind) {
        Capacity capacity =
                requireNonNull(snapshot.capacities().get(strands.get(strand).id()));
        if (kind < PHASES) {
            return capacity.currents() == null
                    ? Long.MAX_VALUE / 4
                    : capacity.currents().on(Phase.values()[kind]).milliamps();
        }
        return capacity.power() == null
                ? Long.MAX_VALUE / 4
                : Math.floorDiv(capacity.power().watts() * 1000L, (long)
                        strands.get(strand).voltage().volts());
    }

    private void add(Demand demand, Plan plan) {
        Evse evse = requireNonNull(snapshot.site().evse(demand.evse()));
        Allocation allocation = requireNonNull(plan.of(demand.evse()));
        int used = demand.phasesUsed() == null ? PHASES : demand.phasesUsed();
        List<Integer> way = snapshot.site().wayToRoot(evse.strand()).stream()
                .map(strands::indexOf)
                .toList();
        Car car = new Car(
                demand,
                evse,
                allocation.current().milliamps(),
                Math.min(used, evse.wiring().conductorCount()),
                way);
        cars.add(car);
        give(car, car.current());
    }

    private void give(Car car, int more) {
        for (int strand : car.way()) {
            for (int kind = 0; kind < KINDS; kind++) {
                left[strand][kind] -= (long) more * car.loads(kind);
            }
            for (int phase = 0; phase < PHASES && car.isUneven(); phase++) {
                uneven[strand][phase] += (long) more * car.loads(phase);
            }
        }
    }

    void noLimitIsExceeded() {
        for (int strand = 0; strand < strands.size(); strand++) {
            for (int kind = 0; kind < KINDS; kind++) {
                long capacity = capacity(strand, kind);
                assertThat(left[strand][kind])
                        .as("left of %s, %s", strands.get(strand).name(), kind)
                        .isGreaterThanOrEqualTo(Math.min(0, capacity));
                if (capacity < 0) {
                    assertThat(left[strand][kind]).isEqualTo(capacity);
                }
            }
            assertThat(isEven(strand))
                    .as("unbalance of %s", strands.get(strand).name())
                    .isTrue();
        }
    }

    private boolean isEven(int strand) {
        long[] sums = uneven[strand].clone();
        Arrays.sort(sums);
        var limit = strands.get(strand).unbalance();
        return limit == null || sums[PHASES - 1] - sums[0] <= limit.milliamps();
    }

    void everybodyHasNothingOrAnAllowedCurrent() {
        for (Car car : cars) {
            assertThat(car.current() == 0 || car.current() >= car.minimum() && car.current() <= car.ceiling())
                    .as("%s", car)
                    .isTrue();
            assertThat(car.current() % car.step()).isZero();
        }
    }

    /** Nobody waits whose minimum fits, and nobody could have a step more. */
    void nothingIsLeftThatSomebodyCouldUse() {
        for (Car car : cars) {
            int more = car.current() == 0 ? car.minimum() : car.step();
            if (car.canCharge() && car.current() + more <= car.ceiling()) {
                assertThat(fits(car, more))
                        .as("%s could have %s more", car, more)
                        .isFalse();
            }
        }
    }

    private boolean fits(Car car, int more) {
        give(car, more);
        boolean fits = car.way().stream()
                .allMatch(
                        strand -> isEven(strand) && Arrays.stream(left[strand]).noneMatch(room -> room < 0));
        give(car, -more);
        return fits;
    }

    /**
     * Max-min: whoever is below its ceiling is below a full bound on which nobody of its tier, above the minimum, stands
     * higher, and from which a later tier has taken nothing that it could use.
     */
    void sharesAreMaxMinFair() {
        for (Car car : cars) {
            if (car.current() > 0 && car.current() + car.step() <= car.ceiling()) {
                assertThat(car.way().stream().anyMatch(strand -> isBottleneck(strand, car)))
                        .as("%s has a bottleneck", car)
                        .isTrue();
            }
        }
    }

    private boolean isBottleneck(int strand, Car car) {
        for (int kind = 0; kind < KINDS; kind++) {
            int at = kind;
            List<Car> counted = cars.stream()
                    .filter(other -> other.way().contains(strand)
                            && other.loads(at) > 0
                            && other.current() > other.minimum() + MOST_CRUMBS)
                    .toList();
            long room = left[strand][kind]
                    + counted.stream()
                            .filter(other ->
                                    other.demand().tier() > car.demand().tier())
                            .mapToLong(other -> (long) (other.current() - other.minimum()) * other.loads(at))
                            .sum();
            boolean isHighest = counted.stream()
                    .filter(other -> other.demand().tier() == car.demand().tier())
                    .allMatch(other -> level(other, 0) <= level(car, 0) + ROUNDING);
            if (car.loads(kind) > 0 && room < (long) (car.step() + MOST_CRUMBS) * car.loads(kind) && isHighest) {
                return true;
            }
        }
        return false;
    }

    int strandCount() {
        return strands.size();
    }

    double level(Car car, int more) {
        return levelOf(car, car.current() + more);
    }

    double levelOf(Car car, int current) {
        boolean isByPower = snapshot.site().root().sharing().measure() == Measure.POWER;
        return (double) current * (isByPower ? car.phases() : 1) / car.demand().weight();
    }

    List<Car> cars() {
        return cars;
    }
}
