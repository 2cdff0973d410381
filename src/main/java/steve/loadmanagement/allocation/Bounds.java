/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static steve.loadmanagement.allocation.Kinds.ALL_PHASES;
import static steve.loadmanagement.allocation.Kinds.POWER;
import static steve.loadmanagement.allocation.Kinds.UNBALANCE;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Reason.Constraint;
import steve.loadmanagement.allocation.Reason.Quantity;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.site.Layout;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * The upper bounds of a snapshot, and which of them a leaf loads on its way to the root. Each strand has a bound for each
 * phase, which counts the current of every leaf that loads the phase; one for power, which counts it once for each phase
 * the vehicle uses; and, where any strand limits unbalance, one more for each phase, which counts only leaves that do not
 * load all three. Sums over bounds are kept in arrays of longs, in mA.
 */
final class Bounds {

    /** Far above every sum, and far below overflow when scaled. */
    static final long UNBOUNDED = 1L << 48;

    static final int NONE = -1;

    private static final Phase[] PHASES = Phase.values();
    private final Leaves leaves;
    private final Layout layout;
    private final Site site;
    private final @Nullable Capacity[] known;
    private final int kinds;
    private final int[][] kindsByLoad;
    private final long[] capacity;
    private final IntPredicate holds;

    private Bounds(Snapshot snapshot, Leaves leaves, IntPredicate holds) {
        this.leaves = leaves;
        this.site = snapshot.site();
        this.layout = site.layout();
        this.holds = holds;
        this.known = new Capacity[layout.strandCount()];
        boolean isPowerLimited = false;
        boolean isUnbalanceLimited = false;
        for (int strand = 0; strand < known.length; strand++) {
            Strand limited = site.strands().get(strand);
            Capacity capacity = snapshot.capacities().get(limited.id());
            known[strand] = capacity;
            isPowerLimited |= capacity != null && capacity.power() != null;
            isUnbalanceLimited |= limited.unbalance() != null;
        }
        this.kinds = isUnbalanceLimited ? UNBALANCE + PHASES.length : isPowerLimited ? UNBALANCE : POWER;
        this.kindsByLoad = Kinds.byLoad(isPowerLimited, isUnbalanceLimited);
        this.capacity = new long[layout.strandCount() * kinds];
        Arrays.fill(capacity, UNBOUNDED);
        for (int strand = 0; strand < known.length; strand++) {
            bound(strand);
        }
        for (int bound = 0; bound < capacity.length; bound++) {
            capacity[bound] = holds.test(bound) ? capacity[bound] : UNBOUNDED;
        }
    }

    static Bounds of(Snapshot snapshot, Leaves leaves) {
        return of(snapshot, leaves, _ -> true);
    }

    /** As if only those bounds were there that hold. */
    static Bounds of(Snapshot snapshot, Leaves leaves, IntPredicate holds) {
        return new Bounds(snapshot, leaves, holds);
    }

    /** Sets the capacities of a strand. One of unknown capacity gives nothing. */
    private void bound(int strand) {
        PhaseCurrents currents = known[strand] == null ? PhaseCurrents.ZERO : known[strand].currents();
        Power power = known[strand] == null ? null : known[strand].power();
        int first = firstOf(strand);
        if (currents != null) {
            capacity[first] = currents.l1().milliamps();
            capacity[first + 1] = currents.l2().milliamps();
            capacity[first + 2] = currents.l3().milliamps();
        }
        if (power != null) {
            capacity[first + POWER] = site.strands().get(strand).voltage().milliamps(power);
        }
    }

    /** The capacity of each bound, to be written on. */
    long[] capacities() {
        return capacity.clone();
    }

    int strandCount() {
        return layout.strandCount();
    }

    int strandOfLeaf(int leaf) {
        return layout.strandOf(leaf);
    }

    int parent(int strand) {
        return layout.parent(strand);
    }

    /** What the strand may share; null: unknown. */
    @Nullable
    Capacity capacityOf(int strand) {
        return known[strand];
    }

    boolean isUnbalanceLimited() {
        return kinds > UNBALANCE;
    }

    /** The largest difference between two phases of that strand; {@link #UNBOUNDED} where there is no limit. */
    long unbalanceLimit(int strand) {
        @Nullable Current limit = site.strands().get(strand).unbalance();
        return limit == null || !holds.test(unbalanceOf(strand)) ? UNBOUNDED : Math.max(0, limit.milliamps());
    }

    int count() {
        return capacity.length;
    }

    /** The strand's first bound; those for L1, L2 and L3 stand together. */
    int firstOf(int strand) {
        return strand * kinds;
    }

    int boundsOfAStrand() {
        return kinds;
    }

    /** Adds an amount of the leaf's current to the sum of each bound on its way to the root. */
    void add(long[] sums, int leaf, long amount) {
        long power = amount * leaves.phases(leaf);
        for (int strand = layout.strandOf(leaf); strand != Layout.NONE; strand = layout.parent(strand)) {
            addOnce(sums, firstOf(strand), leaf, amount, power);
        }
    }

    /** Adds it to the sums of one strand, of which the first is in that place; without branches that nobody can foresee. */
    void addOnce(long[] sums, int first, int leaf, long amount, long power) {
        int mask = leaves.mask(leaf);
        long l1 = -(mask & 1) & amount;
        long l2 = -(mask >> 1 & 1) & amount;
        long l3 = -(mask >> 2 & 1) & amount;
        sums[first] += l1;
        sums[first + 1] += l2;
        sums[first + 2] += l3;
        if (kinds > POWER) {
            sums[first + POWER] += power;
        }
        if (kinds > UNBALANCE && mask != ALL_PHASES) {
            sums[first + UNBALANCE] += l1;
            sums[first + UNBALANCE + 1] += l2;
            sums[first + UNBALANCE + 2] += l3;
        }
    }

    /** Adds sums of one strand, from the first, to those that begin in that place. */
    void addAll(long[] sums, int to, long[] added, int from) {
        sums[to] += added[from];
        sums[to + 1] += added[from + 1];
        sums[to + 2] += added[from + 2];
        for (int kind = POWER; kind < kinds; kind++) {
            sums[to + kind] += added[from + kind];
        }
    }

    /** The sum of these currents, one for each leaf, in each bound. */
    long[] sums(int[] currents) {
        long[] sums = new long[capacity.length];
        for (int leaf = 0; leaf < currents.length; leaf++) {
            long current = currents[leaf];
            addOnce(sums, firstOf(strandOfLeaf(leaf)), leaf, current, current * leaves.phases(leaf));
        }
        return sumUp(sums);
    }

    /** For each bound, how many of the leaves that it counts have a current. */
    long[] numbers(int[] currents) {
        long[] numbers = new long[capacity.length];
        for (int leaf = 0; leaf < currents.length; leaf++) {
            int one = Integer.signum(currents[leaf]);
            addOnce(numbers, firstOf(strandOfLeaf(leaf)), leaf, one, one);
        }
        return sumUp(numbers);
    }

    /** Adds the sums of each strand to those of the one that feeds it. */
    private long[] sumUp(long[] sums) {
        for (int strand = layout.strandCount() - 1; strand > 0; strand--) {
            addAll(sums, firstOf(layout.parent(strand)), sums, firstOf(strand));
        }
        return sums;
    }

    /** The first bound on the leaf's way to the root that has no room for so much more of its current; or {@link #NONE}. */
    int refusing(long[] left, int leaf, long more) {
        int[] loaded = kindsByLoad[leaves.mask(leaf)];
        for (int strand = layout.strandOf(leaf); strand != Layout.NONE; strand = layout.parent(strand)) {
            int first = strand * kinds;
            for (int kind : loaded) {
                if (left[first + kind] < (kind == POWER ? more * leaves.phases(leaf) : more)) {
                    return first + kind;
                }
            }
        }
        return NONE;
    }

    /** Whether that bound, on the leaf's way to the root, has no room for so much more of its current. */
    boolean isRefusing(int bound, long[] left, int leaf, long more) {
        long room = left[bound];
        return room < more || room < more * leaves.phases(leaf) && kindOf(bound) == POWER;
    }

    /** Whether a leaf below the bound's strand counts in it. */
    boolean counts(int bound, int leaf) {
        return isOfKind(kindOf(bound), leaf);
    }

    /** What the bound counts, for {@link #isOfKind}. */
    int kindOf(int bound) {
        return bound % kinds;
    }

    /** Whether bounds of that kind count the leaf. */
    boolean isOfKind(int kind, int leaf) {
        return Kinds.counts(kind, leaves.mask(leaf));
    }

    int strandOf(int bound) {
        return bound / kinds;
    }

    /** The first of the strand's three bounds on its unevenly loaded phases. */
    int unbalanceOf(int strand) {
        return strand * kinds + UNBALANCE;
    }

    Constraint constraint(int bound) {
        StrandId strand = site.strands().get(strandOf(bound)).id();
        @Nullable Capacity limited = known[strandOf(bound)];
        LimitSource currentSource = limited == null ? LimitSource.RATING : limited.currentSource();
        int kind = bound % kinds;
        if (kind == POWER) {
            LimitSource powerSource = limited == null ? LimitSource.RATING : limited.powerSource();
            return new Constraint(strand, Quantity.POWER, null, powerSource);
        }
        return kind < POWER
                ? new Constraint(strand, Quantity.CURRENT, PHASES[kind], currentSource)
                : new Constraint(strand, Quantity.UNBALANCE, PHASES[kind - UNBALANCE], LimitSource.RATING);
    }

    /** The bounds on the leaf's way to the root that it loads and that are there. */
    int[] onTheWayOf(int leaf) {
        long[] loads = new long[capacity.length];
        add(loads, leaf, 1);
        return IntStream.range(0, loads.length)
                .filter(bound -> loads[bound] > 0 && isThere(bound))
                .toArray();
    }

    private boolean isThere(int bound) {
        return isUnbalance(bound) ? unbalanceLimit(strandOf(bound)) < UNBOUNDED : capacity[bound] < UNBOUNDED;
    }

    boolean isUnbalance(int bound) {
        return bound % kinds >= UNBALANCE;
    }

    int firstLeaf(int bound) {
        return layout.firstLeaf(strandOf(bound));
    }

    int endLeaf(int bound) {
        return layout.endLeaf(strandOf(bound));
    }
}
