/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Reason.Level;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Sharing.Measure;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;

/** Says for each leaf why it gets so much. Leaves that stopped together share one reason. */
final class Reasons {

    private static final int UNKNOWN = -1;
    private static final Reason[] CEILINGS = ceilings(null);

    private final Leaves leaves;
    private final Bounds bounds;
    private final Shares shares;
    private final Strand root;
    private final Instant slotEnd;
    private final int[] places;
    private final int lastTier;
    private final int[] waitingTier;
    private final Reason[] ceilingsInTurns;
    private final @Nullable Shared[] shared;
    private final @Nullable Shared[] sharedInTurns;
    private final long[] sharing;
    private final int[] tierAbove;

    Reasons(Pass pass, Shares shares, Slot slot) {
        this.leaves = pass.leaves();
        this.bounds = pass.bounds();
        this.shares = shares;
        this.root = slot.root();
        this.slotEnd = slot.end();
        this.shared = new Shared[bounds.count()];
        this.sharing = shares.sharing();
        this.tierAbove = filled(bounds.count(), UNKNOWN);
        int[][] tiers = pass.tiers();
        this.lastTier = tiers.length == 0 ? 0 : leaves.tier(tiers[tiers.length - 1][0]);
        this.places = places(tiers, pass.turns());
        this.waitingTier = places.length == 0 ? places : waitingTiers();
        this.ceilingsInTurns = places.length == 0 ? CEILINGS : ceilings(slotEnd);
        this.sharedInTurns = places.length == 0 ? shared : new Shared[bounds.count()];
    }

    /** The root, whose measure is shared, and when its turns end. */
    record Slot(Strand root, Instant end) {}

    private record Shared(int tier, long level, Reason reason) {}

    private static Reason[] ceilings(@Nullable Instant turnEndsAt) {
        return Arrays.stream(Demand.Cause.values())
                .map(cause -> new Reason.Ceiling(cause, turnEndsAt))
                .toArray(Reason[]::new);
    }

    private static int[] filled(int count, int number) {
        int[] numbers = new int[count];
        Arrays.fill(numbers, number);
        return numbers;
    }

    /** The place in the queue of each leaf that waits; empty where nobody does. */
    private int[] places(int[][] tiers, TurnOrder turns) {
        int[] found = {};
        int place = 0;
        for (int[] tier : tiers) {
            int[] waiting = Pass.only(tier, this::isWaiting);
            if (waiting.length > 0 && found.length == 0) {
                found = new int[leaves.count()];
            }
            for (int leaf : turns.sorted(waiting)) {
                found[leaf] = ++place;
            }
        }
        return found;
    }

    /** For each bound the first tier that waits for room in it, or in one of its kind on the way to the root. */
    private int[] waitingTiers() {
        int[] first = filled(bounds.count(), Integer.MAX_VALUE);
        for (int leaf = 0; leaf < places.length; leaf++) {
            if (places[leaf] > 0) {
                int bound = shares.stoppedBy(leaf);
                first[bound] = Math.min(first[bound], leaves.tier(leaf));
            }
        }
        for (int strand = 1; strand < bounds.strandCount(); strand++) {
            int own = bounds.firstOf(strand);
            int above = bounds.firstOf(bounds.parent(strand));
            for (int kind = 0; kind < bounds.boundsOfAStrand(); kind++) {
                first[own + kind] = Math.min(first[own + kind], first[above + kind]);
            }
        }
        return first;
    }

    private boolean isWaiting(int leaf) {
        return !shares.isCharging(leaf) && canEverCharge(leaf) && !isPaused(leaf);
    }

    /** Whether the bound that refuses it would have room for its minimum if nobody else were there. */
    private boolean canEverCharge(int leaf) {
        int bound = shares.stoppedBy(leaf);
        return bounds.isUnbalance(bound) || !bounds.isRefusing(bound, shares.capacities(), leaf, leaves.minimum(leaf));
    }

    /** Whether an earlier tier has more than its minimum below the bound that refuses it. */
    private boolean isPaused(int leaf) {
        int bound = shares.stoppedBy(leaf);
        if (tierAbove[bound] == UNKNOWN) {
            tierAbove[bound] = firstTierAbove(bound);
        }
        return tierAbove[bound] < leaves.tier(leaf);
    }

    private int firstTierAbove(int bound) {
        int first = Integer.MAX_VALUE;
        for (int leaf = bounds.firstLeaf(bound); leaf < bounds.endLeaf(bound); leaf++) {
            if (shares.current(leaf) > leaves.minimum(leaf) && bounds.counts(bound, leaf)) {
                first = Math.min(first, leaves.tier(leaf));
            }
        }
        return first;
    }

    /** Why the leaf, which is wanting, gets so much. */
    Reason of(int leaf) {
        Demand demand = leaves.demand(leaf);
        if (!leaves.canCharge(leaf)) {
            return leaves.isRepeated(leaf)
                    ? new Reason.Repeated()
                    : new Reason.Unusable(demand.minimum(), demand.ceiling());
        }
        if (!shares.isCharging(leaf)) {
            return whyNothing(leaf);
        }
        return shares.stoppedBy(leaf) == Bounds.NONE || shares.current(leaf) == leaves.ceiling(leaf)
                ? ceiling(demand.cause(), turnEndsAt(leaf))
                : share(leaf);
    }

    private Reason whyNothing(int leaf) {
        Reason.Constraint constraint = bounds.constraint(shares.stoppedBy(leaf));
        if (!canEverCharge(leaf)) {
            return new Reason.NoCapacity(constraint);
        }
        return isPaused(leaf)
                ? new Reason.Paused(constraint, leaves.tier(leaf))
                : new Reason.Waiting(constraint, leaves.tier(leaf), places[leaf], slotEnd);
    }

    private Reason ceiling(Demand.Cause cause, @Nullable Instant turnEndsAt) {
        return (turnEndsAt == null ? CEILINGS : ceilingsInTurns)[cause.ordinal()];
    }

    /** Null: nobody of its tier or an earlier one waits for room on its way to the root. */
    private @Nullable Instant turnEndsAt(int leaf) {
        if (places.length == 0) {
            return null;
        }
        int first = bounds.firstOf(bounds.strandOfLeaf(leaf));
        for (int bound = first; bound < first + bounds.boundsOfAStrand(); bound++) {
            if (waitingTier[bound] <= leaves.tier(leaf) && bounds.counts(bound, leaf)) {
                return slotEnd;
            }
        }
        return null;
    }

    private Reason share(int leaf) {
        @Nullable Instant turnEndsAt = turnEndsAt(leaf);
        @Nullable Shared[] told = turnEndsAt == null ? shared : sharedInTurns;
        int bound = shares.stoppedBy(leaf);
        int tier = leaves.tier(leaf);
        long level = shares.stoppedAt(leaf);
        Shared known = told[bound];
        if (known == null || known.tier() != tier || known.level() != level) {
            Reason reason = new Reason.Share(
                    bounds.constraint(bound), (int) sharing[bound], level(level), tier < lastTier, turnEndsAt);
            known = new Shared(tier, level, reason);
            told[bound] = known;
        }
        return known.reason();
    }

    private Level level(long level) {
        Current current = Current.ofMilliamps((int) (level * Leaves.RATE / Filling.SCALE));
        return root.sharing().measure() == Measure.POWER
                ? new Level.OfPower(root.voltage().power(current, 1))
                : new Level.OfCurrent(current);
    }
}
