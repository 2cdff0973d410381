/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

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
    private static final int POWER = PHASES.length;
    private static final int UNBALANCE = POWER + 1;
    private static final int ALL_PHASES = 0b111;

    /** Without and with limits of power, both without and with limits of unbalance. */
    private static final int[][][] KINDS_BY_LOAD = {
        kindsByLoad(false, false), kindsByLoad(true, false), kindsByLoad(false, true), kindsByLoad(true, true)
    };

    private final Leaves leaves;
    private final Layout layout;
    private final Site site;
    private final Snapshot snapshot;
    private final boolean isUnbalanceLimited;
    private final int kinds;
    private final int[][] kindsByLoad;
    private final long[] capacity;
    private final IntPredicate holds;

    private Bounds(Snapshot snapshot, Leaves leaves, IntPredicate holds) {
        this.snapshot = snapshot;
        this.leaves = leaves;
        this.site = snapshot.site();
        this.layout = site.layout();
        this.holds = holds;
        this.isUnbalanceLimited = site.strands().stream().anyMatch(strand -> strand.unbalance() != null);
        this.kinds = isUnbalanceLimited ? UNBALANCE + PHASES.length : UNBALANCE;
        this.capacity = new long[layout.strandCount() * kinds];
        Arrays.fill(capacity, UNBOUNDED);
        boolean isPowerLimited = false;
        for (int strand = 0; strand < layout.strandCount(); strand++) {
            isPowerLimited |= bound(strand);
        }
        for (int bound = 0; bound < capacity.length; bound++) {
            capacity[bound] = holds.test(bound) ? capacity[bound] : UNBOUNDED;
        }
        this.kindsByLoad = KINDS_BY_LOAD[(isPowerLimited ? 1 : 0) + (isUnbalanceLimited ? 2 : 0)];
    }

    static Bounds of(Snapshot snapshot, Leaves leaves) {
        return of(snapshot, leaves, _ -> true);
    }

    /** As if only those bounds were there that hold. */
    static Bounds of(Snapshot snapshot, Leaves leaves, IntPredicate holds) {
        return new Bounds(snapshot, leaves, holds);
    }

    /** Sets the capacities of a strand; whether it is limited in power. One of unknown capacity gives nothing. */
    private boolean bound(int number) {
        Strand strand = site.strands().get(number);
        @Nullable Capacity known = snapshot.capacities().get(strand.id());
        PhaseCurrents currents = known == null ? PhaseCurrents.ZERO : known.currents();
        Power power = known == null ? null : known.power();
        int first = number * kinds;
        if (currents != null) {
            capacity[first] = currents.l1().milliamps();
            capacity[first + 1] = currents.l2().milliamps();
            capacity[first + 2] = currents.l3().milliamps();
        }
        if (power != null) {
            capacity[first + POWER] = strand.voltage().milliamps(power);
        }
        return power != null;
    }

    /** For each set of phases, as bits, the kinds of bound that it loads. */
    private static int[][] kindsByLoad(boolean isPowerLimited, boolean isUnbalanceLimited) {
        int[][] kindsByLoad = new int[ALL_PHASES + 1][];
        for (int mask = 0; mask <= ALL_PHASES; mask++) {
            int[] found = new int[UNBALANCE + POWER];
            int count = 0;
            for (int phase = 0; phase < POWER; phase++) {
                if ((mask >> phase & 1) == 1) {
                    found[count++] = phase;
                    if (isUnbalanceLimited && mask != ALL_PHASES) {
                        found[count++] = UNBALANCE + phase;
                    }
                }
            }
            if (isPowerLimited) {
                found[count++] = POWER;
            }
            kindsByLoad[mask] = Arrays.copyOf(found, count);
        }
        return kindsByLoad;
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

    boolean isUnbalanceLimited() {
        return isUnbalanceLimited;
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
        long l1 = ifLoaded(leaf, 0, amount);
        long l2 = ifLoaded(leaf, 1, amount);
        long l3 = ifLoaded(leaf, 2, amount);
        long power = amount * leaves.phases(leaf);
        for (int strand = layout.strandOf(leaf); strand != Layout.NONE; strand = layout.parent(strand)) {
            int first = strand * kinds;
            sums[first] += l1;
            sums[first + 1] += l2;
            sums[first + 2] += l3;
            sums[first + POWER] += power;
        }
        if (isUnbalanceLimited && leaves.mask(leaf) != ALL_PHASES) {
            addUneven(sums, leaf, amount);
        }
    }

    private void addUneven(long[] sums, int leaf, long amount) {
        for (int strand = layout.strandOf(leaf); strand != Layout.NONE; strand = layout.parent(strand)) {
            int first = unbalanceOf(strand);
            sums[first] += ifLoaded(leaf, 0, amount);
            sums[first + 1] += ifLoaded(leaf, 1, amount);
            sums[first + 2] += ifLoaded(leaf, 2, amount);
        }
    }

    /** Adds one to each bound on the leaf's way to the root that counts it. */
    void count(long[] numbers, int leaf) {
        add(numbers, leaf, 1);
        for (int strand = layout.strandOf(leaf); strand != Layout.NONE; strand = layout.parent(strand)) {
            numbers[strand * kinds + POWER] += 1 - leaves.phases(leaf);
        }
    }

    /** The amount if the leaf loads the phase, else zero; without a branch, as nobody can foresee which. */
    private long ifLoaded(int leaf, int phase, long amount) {
        return -(leaves.mask(leaf) >> phase & 1) & amount;
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
        return left[bound] < (bound % kinds == POWER ? more * leaves.phases(leaf) : more);
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
        int mask = leaves.mask(leaf);
        return kind == POWER || (kind < POWER ? (mask >> kind & 1) == 1 : isUneven(mask, kind - UNBALANCE));
    }

    private static boolean isUneven(int mask, int phase) {
        return mask != ALL_PHASES && (mask >> phase & 1) == 1;
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
        Capacity known = snapshot.capacities().get(strand);
        LimitSource currentSource = known == null ? LimitSource.RATING : known.currentSource();
        int kind = bound % kinds;
        if (kind == POWER) {
            LimitSource powerSource = known == null ? LimitSource.RATING : known.powerSource();
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
