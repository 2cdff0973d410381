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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Power;

/** Why an EVSE gets what it gets. {@link Explanation} puts it into words. */
public sealed interface Reason {

    /** The limit that binds; null: none of a strand. */
    default @Nullable Constraint constraint() {
        return null;
    }

    /**
     * It gets all that it can use.
     *
     * @param turnEndsAt when its turn may go to another; null: nobody waits
     */
    record Ceiling(Demand.Cause cause, @Nullable Instant turnEndsAt) implements Reason {}

    /**
     * A strand is full, and this is its fair share of it.
     *
     * @param sharing EVSEs that charge below that strand and load what is full, itself among them
     * @param level how far all that stopped there had come
     * @param missesItsPriority it is of an earlier tier than others, and should have had its ceiling
     * @param turnEndsAt when its turn may go to another; null: nobody waits
     */
    record Share(
            Constraint constraint,
            int sharing,
            Level level,
            boolean missesItsPriority,
            @Nullable Instant turnEndsAt) implements Reason {}

    /**
     * Not everybody can have the minimum; others have their turn now.
     *
     * @param place in the queue of all that wait, from 1
     * @param nextTurnAt when turns change next
     */
    record Waiting(Constraint constraint, int tier, int place, Instant nextTurnAt) implements Reason {}

    /** Earlier tiers take all that there is. */
    record Paused(Constraint constraint, int tier) implements Reason {}

    /** The strand has no capacity at all, or nobody knows it. */
    record NoCapacity(Constraint constraint) implements Reason {}

    /** What it can use at most is less than the least it charges with, both in steps of its station. */
    record Unusable(Current minimum, Current ceiling) implements Reason {}

    /** The snapshot names its demand more than once. */
    record Repeated() implements Reason {}

    /** The EVSE hangs on no strand of this site. */
    record Elsewhere() implements Reason {}

    /**
     * A limit of a strand.
     *
     * @param phase the phase that is full, or the heavier one; null: the power over all phases
     * @param source who set it
     */
    record Constraint(
            StrandId strand, Quantity quantity, @Nullable Phase phase, LimitSource source) {}

    /** What a limit limits. */
    enum Quantity {
        CURRENT,
        POWER,
        UNBALANCE
    }

    /** What is equal for all that stop together, for a weight of 1. */
    sealed interface Level {

        record OfPower(Power power) implements Level {}

        record OfCurrent(Current current) implements Level {}
    }
}
