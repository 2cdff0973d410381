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
import java.util.function.IntPredicate;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Sharing.Others;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * Weighted max-min fairness on a tree of strands. For each tier in turn:
 *
 * <ol>
 *   <li><b>admit</b>: everybody whose minimum fits gets it, in the order of their turns ({@link TurnOrder});
 *   <li><b>fill</b>: one level rises for all admitted; where a strand is full on a phase or in power, those below it stop,
 *       the others go on ({@link Filling});
 *   <li><b>hand on</b>: each is rounded down to what its station takes; what that leaves goes round in steps, in a fixed
 *       order, until no full step fits anywhere ({@link Shares#handOn}).
 * </ol>
 *
 * The level is power, so that vehicles get the same power whether they charge on one phase or on three, or current. Where
 * a strand limits unbalance, {@link Balance} finds how far its heavier phases must hold back.
 *
 * <p>Later tiers may be paused, or, if the root says so, everybody is admitted before any tier is filled, and so keeps the
 * minimum. Who is never to be paused is admitted before the first tier is filled either way.
 *
 * <p>Always:
 *
 * <ul>
 *   <li>no bound is exceeded, whatever the snapshot says; where a capacity is below zero, nothing is given;
 *   <li>everybody has zero, or from the minimum to the ceiling, in whole steps;
 *   <li>no share can grow without one that is no larger shrinking (up to one step);
 *   <li>the order of strands, EVSEs and demands does not show; the same snapshot gives the same plan;
 *   <li>nobody waits whose minimum fits, and no full step is left that somebody could use;
 *   <li>a later tier costs an earlier one nothing but the minimums that it is to keep.
 * </ul>
 */
public final class TreeAllocator implements Allocator {

    private final Slots slots;

    /** With turns of a quarter of an hour. */
    public TreeAllocator() {
        this(Slots.QUARTER_HOURS);
    }

    public TreeAllocator(Slots slots) {
        this.slots = slots;
    }

    @Override
    public Plan allocate(Snapshot snapshot) {
        return allocate(snapshot, _ -> true);
    }

    /** The plan if only these bounds held, numbered as in {@link Bounds}. */
    Plan allocate(Snapshot snapshot, IntPredicate holds) {
        Leaves leaves = Leaves.of(snapshot);
        Bounds bounds = Bounds.of(snapshot, leaves, holds);
        TurnOrder turns = new TurnOrder(leaves, slots.startOf(snapshot.now()));
        boolean keepsMinimum = snapshot.site().root().sharing().others() == Others.KEEP_MINIMUM;
        Pass pass = new Pass(leaves, bounds, turns, leaves.byTier(), keepsMinimum);
        Shares shares = new Balance(bounds, pass).shares();
        Reasons.Slot slot = new Reasons.Slot(snapshot.site().root(), slots.endOf(snapshot.now()));
        Reasons reasons = new Reasons(pass, shares, slot);
        return new Plan(allocations(leaves, shares, reasons), residue(snapshot.site(), bounds, shares));
    }

    private static List<Allocation> allocations(Leaves leaves, Shares shares, Reasons reasons) {
        List<Allocation> allocations = new ArrayList<>(leaves.count());
        for (int name = 0; name < leaves.count(); name++) {
            int leaf = leaves.layout().leafByName(name);
            if (leaves.isWanting(leaf)) {
                Current current = Current.ofMilliamps(shares.current(leaf));
                allocations.add(new Allocation(leaves.layout().refByName(name), current, reasons.of(leaf)));
            }
        }
        if (!leaves.misplaced().isEmpty()) {
            leaves.misplaced().stream()
                    .map(Demand::evse)
                    .distinct()
                    .map(evse -> new Allocation(evse, Current.ZERO, new Reason.Elsewhere()))
                    .forEach(allocations::add);
            allocations.sort(Comparator.comparing(Allocation::evse));
        }
        return allocations;
    }

    private static Map<StrandId, PhaseCurrents> residue(Site site, Bounds bounds, Shares shares) {
        Map<StrandId, PhaseCurrents> residue = HashMap.newHashMap(bounds.strandCount());
        for (int strand = 0; strand < bounds.strandCount(); strand++) {
            Capacity capacity = bounds.capacityOf(strand);
            if (capacity != null && capacity.currents() != null) {
                residue.put(site.strands().get(strand).id(), shares.leftOf(strand));
            }
        }
        return residue;
    }
}
