/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Tree.Bound;
import steve.loadmanagement.allocation.Tree.Leaf;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Sharing.Others;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * Weighted max-min fairness on a tree of strands, by progressive filling. For each tier in turn:
 *
 * <ol>
 *   <li><b>admit</b>: in the order of their turns, everybody whose minimum still fits gets it;
 *   <li><b>fill</b>: one water level rises for all admitted; where a strand is full on a phase or in power, those below it
 *       stop, the others go on;
 *   <li><b>quantise</b>: down to what the station takes; the crumbs are handed on in a fixed order.
 * </ol>
 *
 * The level is power, so that vehicles get the same power whether they charge on one phase or on three, or current.
 *
 * <p>Always: no capacity is exceeded; everybody has zero, or from the minimum to the ceiling; the order of the input does
 * not show; the same snapshot gives the same plan; nobody waits whose minimum fits.
 */
public final class TreeAllocator implements Allocator {

    private static final Comparator<Leaf> BY_TURN = Comparator.comparing(
                    (Leaf leaf) -> leaf.demand().neverPause(), Comparator.reverseOrder())
            .thenComparing(leaf -> leaf.demand().chargingSince(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(leaf -> leaf.demand().served())
            .thenComparing(leaf -> leaf.demand().evse());

    @Override
    public Plan allocate(Snapshot snapshot) {
        Tree tree = Tree.of(snapshot);
        Filling filling = new Filling(tree);
        Map<Leaf, Bound> refused = new HashMap<>();
        Map<Integer, List<Leaf>> tiers = tiers(tree);
        if (snapshot.site().root().sharing().others() == Others.KEEP_MINIMUM) {
            tiers.values().forEach(tier -> admit(tier, filling, refused));
        }
        for (List<Leaf> tier : tiers.values()) {
            admit(tier, filling, refused);
            List<Leaf> admitted =
                    tier.stream().filter(leaf -> filling.currentOf(leaf) > 0).toList();
            filling.raise(admitted);
            filling.quantise(admitted);
        }
        return plan(snapshot, tree, filling, refused);
    }

    private static Map<Integer, List<Leaf>> tiers(Tree tree) {
        return tree.leaves().stream()
                .filter(Leaf::canCharge)
                .collect(groupingBy(leaf -> leaf.demand().tier(), TreeMap::new, java.util.stream.Collectors.toList()));
    }

    private static void admit(List<Leaf> tier, Filling filling, Map<Leaf, Bound> refused) {
        for (Leaf leaf : tier.stream().sorted(BY_TURN).toList()) {
            if (filling.currentOf(leaf) == 0) {
                Bound refusing = filling.refusing(leaf, leaf.minimum());
                if (refusing == null) {
                    filling.give(leaf, leaf.minimum());
                } else {
                    refused.put(leaf, refusing);
                }
            }
        }
    }

    private static Plan plan(Snapshot snapshot, Tree tree, Filling filling, Map<Leaf, Bound> refused) {
        Map<Bound, Integer> sharing = new HashMap<>();
        for (Leaf leaf : tree.leaves()) {
            if (filling.currentOf(leaf) > 0) {
                leaf.loads().forEach(load -> sharing.merge(tree.bounds().get(load.bound()), 1, Integer::sum));
            }
        }
        List<Allocation> allocations = new ArrayList<>();
        for (Leaf leaf : tree.leaves()) {
            Reason reason = reason(leaf, filling, refused.get(leaf), sharing);
            allocations.add(new Allocation(leaf.demand().evse(), Current.ofMilliamps(filling.currentOf(leaf)), reason));
        }
        for (Demand demand : tree.misplaced()) {
            allocations.add(nothing(demand.evse(), snapshot.site().root().id()));
        }
        return new Plan(allocations, residue(snapshot, tree, filling));
    }

    private static Reason reason(Leaf leaf, Filling filling, @Nullable Bound refusing, Map<Bound, Integer> sharing) {
        if (refusing != null) {
            return refusing.capacity() <= 0
                    ? new Reason.Nothing(refusing.constraint(), "it has no capacity")
                    : new Reason.Waiting(refusing.constraint(), null);
        }
        Bound stopped = filling.stoppedBy(leaf);
        return stopped == null || filling.currentOf(leaf) >= leaf.ceiling()
                ? new Reason.Ceiling(leaf.demand().cause())
                : new Reason.Share(stopped.constraint(), sharing.getOrDefault(stopped, 1));
    }

    private static Allocation nothing(EvseRef evse, StrandId root) {
        return new Allocation(
                evse,
                Current.ZERO,
                new Reason.Nothing(
                        new Reason.Constraint(root, null, LimitSource.RATING), "the EVSE is on none of its strands"));
    }

    private static Map<StrandId, PhaseCurrents> residue(Snapshot snapshot, Tree tree, Filling filling) {
        Map<StrandId, PhaseCurrents> residue = new HashMap<>();
        for (int i = 0; i < tree.bounds().size(); i++) {
            Reason.Constraint constraint = tree.bounds().get(i).constraint();
            Phase phase = constraint.phase();
            Capacity capacity = snapshot.capacities().get(constraint.strand());
            if (phase != null && capacity != null) {
                Current left = Current.ofMilliamps((int) filling.left(i));
                residue.merge(
                        constraint.strand(),
                        PhaseCurrents.ZERO.with(phase, left),
                        (known, more) -> known.with(phase, left));
            }
        }
        return residue;
    }
}
