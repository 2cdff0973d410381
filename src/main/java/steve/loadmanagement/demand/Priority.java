/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.site.EvseRef;

/**
 * Whose sessions come first, or at which EVSE, and for how long.
 *
 * @param idTag whose; null: see {@code evse}
 * @param evse where; null: see {@code idTag}
 * @param tier 0 is served first; without a priority: {@link #COMMON_TIER}
 * @param from valid from then on
 * @param until valid before then; null: until withdrawn
 */
public record Priority(
        @Nullable IdTag idTag,
        @Nullable EvseRef evse,
        int tier,
        Instant from,
        @Nullable Instant until) {

    /** The tier of everybody without a priority. */
    public static final int COMMON_TIER = 1;

    /** Whether it is in force at that time, for that EVSE and whoever charges there. */
    public boolean holds(EvseRef at, @Nullable IdTag whose, Instant now) {
        boolean isTime = !now.isBefore(from) && (until == null || now.isBefore(until));
        boolean isIts = idTag == null ? at.equals(evse) : whose != null && idTag.equals(whose);
        return isTime && isIts;
    }
}
