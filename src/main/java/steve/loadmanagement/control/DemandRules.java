/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.fact.EvseFacts;

/** What is known of an EVSE's vehicle, or asked of it, beyond the facts: bounds its demand before the plan is made. */
@FunctionalInterface
public interface DemandRules {

    /** Leaves every demand as it is. */
    DemandRules NONE = (demand, _, _) -> demand;

    /** The demand as it should be. For the control thread. */
    Demand apply(Demand demand, EvseFacts facts, Instant now);

    /** These, and then those. */
    default DemandRules then(@Nullable DemandRules next) {
        return next == null ? this : (demand, facts, now) -> next.apply(apply(demand, facts, now), facts, now);
    }
}
