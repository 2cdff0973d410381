/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Sharing.Measure;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * A snapshot as the algorithm sees it: leaves that take current, and bounds on weighted sums of it. A bound on a phase
 * counts each leaf that loads the phase once, a bound on power counts it once for each phase it uses; both are in mA.
 */
final class Tree {

    private final List<Bound> bounds = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Demand> misplaced = new ArrayList<>();
    private final Map<StrandId, List<Integer>> boundsOf = new HashMap<>();

    private Tree() {}

    /** An upper bound: the sum over the leaves below it, times their loads, is at most {@code capacity} mA. */
    record Bound(Reason.Constraint constraint, long capacity) {}

    /** How often a leaf counts in a bound. */
    record Load(int bound, int times) {}

    /**
     * An EVSE that wants to charge. Its current is zero or from {@code minimum} to {@code ceiling}, all multiples of
     * {@code step}, in mA.
     *
     * @param weight its current rises by {@code weight / divisor} mA for each step of the level
     */
    record Leaf(Demand demand, int minimum, int ceiling, int step, int weight, int divisor, List<Load> loads) {

        /** Its current at this level, in mA. */
        int at(long level) {
            long share = level * weight / divisor;
            return (int) Math.clamp(share, minimum, ceiling);
        }

        boolean canCharge() {
            return ceiling >= minimum;
        }
    }

    static Tree of(Snapshot snapshot) {
        Tree tree = new Tree();
        Site site = snapshot.site();
        for (Strand strand : site.strands()) {
            tree.addBounds(strand, snapshot.capacities().get(strand.id()));
        }
        snapshot.demands().stream()
                .sorted(Comparator.comparing(Demand::evse))
                .forEach(demand -> tree.addLeaf(demand, site));
        return tree;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    List<Bound> bounds() {
        return bounds;
    }

    /** Demands of EVSEs that this site does not have. */
    List<Demand> misplaced() {
        return misplaced;
    }

    private void addBounds(Strand strand, @Nullable Capacity capacity) {
        List<Integer> own = boundsOf.computeIfAbsent(strand.id(), _ -> new ArrayList<>());
        if (capacity == null) {
            return;
        }
        PhaseCurrents currents = capacity.currents();
        if (currents != null) {
            for (Phase phase : Phase.values()) {
                own.add(bounds.size());
                bounds.add(new Bound(
                        new Reason.Constraint(strand.id(), phase, capacity.currentSource()),
                        currents.on(phase).milliamps()));
            }
        }
        Power power = capacity.power();
        if (power != null) {
            own.add(bounds.size());
            bounds.add(new Bound(
                    new Reason.Constraint(strand.id(), null, capacity.powerSource()),
                    Math.floorDiv(power.watts() * 1000L, (long) strand.voltage().volts())));
        }
    }

    private void addLeaf(Demand demand, Site site) {
        Evse evse = site.evse(demand.evse());
        if (evse == null) {
            misplaced.add(demand);
            return;
        }
        Integer used = demand.phasesUsed();
        int phases = Math.min(
                used == null ? Phase.values().length : used, evse.wiring().conductorCount());
        int step = evse.step().milliamps();
        boolean isByPower = site.root().sharing().measure() == Measure.POWER;
        leaves.add(new Leaf(
                demand,
                Math.ceilDiv(demand.minimum().milliamps(), step) * step,
                Math.floorDiv(demand.ceiling().milliamps(), step) * step,
                step,
                demand.weight(),
                isByPower ? phases : 1,
                loads(evse, phases, site)));
    }

    private List<Load> loads(Evse evse, int phases, Site site) {
        List<Phase> loaded = evse.wiring().loads(phases);
        List<Load> loads = new ArrayList<>();
        for (Strand strand : site.wayToRoot(evse.strand())) {
            for (int bound : boundsOf.getOrDefault(strand.id(), List.of())) {
                Phase phase = bounds.get(bound).constraint().phase();
                if (phase == null) {
                    loads.add(new Load(bound, phases));
                } else if (loaded.contains(phase)) {
                    loads.add(new Load(bound, 1));
                }
            }
        }
        return loads;
    }
}
