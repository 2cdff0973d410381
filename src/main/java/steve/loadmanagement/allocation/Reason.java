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
import steve.loadmanagement.unit.Phase;

/** Why an EVSE gets what it gets. {@link Explanation} puts it into words. */
public sealed interface Reason {

    /** The limit that binds; null: none of a strand. */
    default @Nullable Constraint constraint() {
        return null;
    }

    /** It gets all that it can use. */
    record Ceiling(Demand.Cause cause) implements Reason {}

    /**
     * A strand is full, and this is its fair share of it.
     *
     * @param sharing EVSEs that charge below that strand, itself among them
     */
    record Share(Constraint constraint, int sharing) implements Reason {}

    /**
     * Not everybody can have the minimum; others have their turn now.
     *
     * @param nextTurnAt when turns change next
     */
    record Waiting(Constraint constraint, @Nullable Instant nextTurnAt) implements Reason {}

    /** An earlier tier takes all that there is. */
    record Paused(Constraint constraint, int tier) implements Reason {}

    /** The strand has no capacity at all, or the snapshot contradicts itself about it. */
    record Nothing(Constraint constraint, String why) implements Reason {}

    /**
     * A limit of a strand.
     *
     * @param phase the phase that is full; null: the power over all phases
     */
    record Constraint(StrandId strand, @Nullable Phase phase, LimitSource source) {}
}
