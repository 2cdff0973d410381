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
import steve.loadmanagement.demand.Demand;

/**
 * Who is first when not everybody can have the minimum. Within a tier:
 *
 * <ol>
 *   <li>who charges and is never to be paused;
 *   <li>incumbents: their turn began in this slot, so they keep it until the slot ends;
 *   <li>who is never to be paused and waits;
 *   <li>everybody else, among them those whose turn began in an earlier slot: it is over.
 * </ol>
 *
 * Within each of these, who was served least goes first, then the order of the names.
 *
 * <p><b>How long anybody waits.</b> Let k vehicles fit at once and n want to, and let each turn give at least e, the energy
 * of a minimum current over a slot. A vehicle that has had d more than another is passed by it at most d / e + 1 times,
 * rounded down, before it is the one who was served least. So it waits at most the sum of (d / e + 1) over the others, divided
 * by k and rounded up, slots; with equal vehicles n / k, rounded up. A newcomer has had nothing, so each newcomer adds at most
 * served / e + 1 turns. Vehicles of an earlier tier, and those never to be paused, come off k.
 */
final class TurnOrder {

    private static final int NAME_BITS = 20;
    private static final long MOST_SERVED = (1L << 61 - NAME_BITS) - 1;

    private final Leaves leaves;
    private final Instant slotStart;

    TurnOrder(Leaves leaves, Instant slotStart) {
        this.leaves = leaves;
        this.slotStart = slotStart;
    }

    /** These leaves of one tier, first served first. */
    int[] sorted(int[] tier) {
        long[] keys = new long[tier.length];
        for (int i = 0; i < tier.length; i++) {
            Demand demand = leaves.demand(tier[i]);
            long served = Math.clamp(demand.served().wattHours(), 0, MOST_SERVED);
            keys[i] = rank(demand) << 61 | served << NAME_BITS | leaves.layout().nameOf(tier[i]);
        }
        Arrays.sort(keys);
        int[] sorted = new int[tier.length];
        for (int i = 0; i < tier.length; i++) {
            sorted[i] = leaves.layout().leafByName((int) keys[i] & (1 << NAME_BITS) - 1);
        }
        return sorted;
    }

    private long rank(Demand demand) {
        @Nullable Instant since = demand.chargingSince();
        if (demand.neverPause() && since != null) {
            return 0;
        }
        boolean isIncumbent = since != null && !since.isBefore(slotStart);
        return isIncumbent ? 1 : demand.neverPause() ? 2 : 3;
    }
}
