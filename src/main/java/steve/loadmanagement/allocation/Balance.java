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
import steve.loadmanagement.site.Layout;
import steve.loadmanagement.unit.Phase;

/**
 * Keeps the planned difference between any two phases of a strand within its limit.
 *
 * <p>A leaf on all three phases makes no difference, so it never gives way. Let S(p) be the sum of all others on phase p. The
 * limit holds if no S(p) is above the lightest of them plus the limit. That makes a cap on the heavier phases, an upper bound
 * like any other, and the three steps of {@link TreeAllocator} can fill it fairly. But what is the lightest depends on the
 * cap: held-back vehicles leave more to those on the light phase, who raise the cap again. So for each strand the highest
 * cap is searched, by halving, at which the limit holds; at a cap as low as the limit itself it always does. In the end
 * whoever can still take a step, or be admitted, within the true limit is.
 */
final class Balance {

    private static final int PHASES = Phase.values().length;

    private final int strands;
    private final Bounds bounds;
    private final Pass pass;
    private final long[] capacities;

    Balance(Bounds bounds, Pass pass) {
        this.strands = bounds.strandCount();
        this.bounds = bounds;
        this.pass = pass;
        this.capacities = bounds.capacities();
    }

    /** What everybody gets, with every limit of unbalance held. */
    Shares shares() {
        Shares shares = share();
        int uneven = uneven(shares);
        if (uneven == Bounds.NONE) {
            return shares;
        }
        for (int tries = 0; uneven != Bounds.NONE && tries <= strands; tries++) {
            shares = even(uneven, shares);
            uneven = uneven(shares);
        }
        return handOn(uneven == Bounds.NONE ? shares : evenForSure());
    }

    private Shares evenForSure() {
        for (int strand = 0; strand < strands; strand++) {
            cap(strand, bounds.unbalanceLimit(strand));
        }
        return share();
    }

    private Shares share() {
        return pass.share(bounds.isUnbalanceLimited() ? capacities.clone() : capacities);
    }

    /** The deepest strand whose limit does not hold, or {@link Bounds#NONE}. */
    private int uneven(Shares shares) {
        for (int strand = strands - 1; strand >= 0 && bounds.isUnbalanceLimited(); strand--) {
            if (!isEven(strand, shares)) {
                return strand;
            }
        }
        return Bounds.NONE;
    }

    private Shares even(int strand, Shares uneven) {
        long even = bounds.unbalanceLimit(strand);
        long tooHigh = Arrays.stream(sums(strand, uneven)).max().orElseThrow();
        while (tooHigh - even > 1) {
            long middle = (even + tooHigh) >>> 1;
            cap(strand, middle);
            if (isEven(strand, share())) {
                even = middle;
            } else {
                tooHigh = middle;
            }
        }
        cap(strand, even);
        return share();
    }

    private boolean isEven(int strand, Shares shares) {
        long[] sums = sums(strand, shares);
        Arrays.sort(sums);
        return sums[PHASES - 1] - sums[0] <= bounds.unbalanceLimit(strand);
    }

    /** What leaves that do not load all three phases are given on each of them. */
    private long[] sums(int strand, Shares shares) {
        long[] sums = new long[PHASES];
        int first = bounds.unbalanceOf(strand);
        for (int phase = 0; phase < PHASES; phase++) {
            sums[phase] = shares.given(first + phase);
        }
        return sums;
    }

    private void cap(int strand, long cap) {
        int first = bounds.unbalanceOf(strand);
        Arrays.fill(capacities, first, first + PHASES, cap);
    }

    /** Hands on what is left within the true limits instead of the caps, until nothing changes. */
    private Shares handOn(Shares shares) {
        for (int strand = 0; strand < strands; strand++) {
            for (int phase = 0; phase < PHASES; phase++) {
                shares.cap(bounds.unbalanceOf(strand) + phase, Bounds.UNBOUNDED);
            }
        }
        shares.addRule((leaf, more) -> refusing(shares, leaf, more));
        long before = -1;
        while (shares.total() != before) {
            before = shares.total();
            pass.handOn(shares);
        }
        return shares;
    }

    /** The heaviest phase of the first strand on the leaf's way that would be too uneven; {@link Bounds#NONE}: none. */
    private int refusing(Shares shares, int leaf, int more) {
        for (int strand = bounds.strandOfLeaf(leaf); strand != Layout.NONE; strand = bounds.parent(strand)) {
            long[] sums = sums(strand, shares);
            int heaviest = 0;
            long lightest = Long.MAX_VALUE;
            for (int phase = 0; phase < PHASES; phase++) {
                sums[phase] += bounds.counts(bounds.unbalanceOf(strand) + phase, leaf) ? more : 0;
                heaviest = sums[phase] > sums[heaviest] ? phase : heaviest;
                lightest = Math.min(lightest, sums[phase]);
            }
            if (sums[heaviest] - lightest > bounds.unbalanceLimit(strand)) {
                return bounds.unbalanceOf(strand) + heaviest;
            }
        }
        return Bounds.NONE;
    }
}
