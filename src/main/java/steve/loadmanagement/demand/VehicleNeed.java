/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.unit.Current;

/**
 * What the vehicles of a tag, or of a group of tags, need.
 *
 * @param tags a tag, or the beginning of tags with a {@code *} at its end
 * @param minimum below it they do not charge; null: as the EVSE
 * @param neverPause they do not wake from a pause: they keep the minimum while it fits
 * @param wakePulse they sleep, and wake by one short pause
 */
public record VehicleNeed(IdTag tags, @Nullable Current minimum, boolean neverPause, boolean wakePulse) {

    private static final Current LEAST = Current.ofAmps(6);
    private static final Current MOST = Current.ofAmps(32);

    public VehicleNeed {
        if (minimum != null && (LEAST.isMoreThan(minimum) || minimum.isMoreThan(MOST))) {
            throw new IllegalArgumentException(
                    "a minimum current is from " + LEAST + " to " + MOST + ", not " + minimum);
        }
    }

    public boolean isOf(@Nullable IdTag tag) {
        if (tag == null) {
            return false;
        }
        String pattern = tags.reveal();
        return pattern.endsWith("*")
                ? tag.reveal().startsWith(pattern.substring(0, pattern.length() - 1))
                : tag.equals(tags);
    }

    /** The demand of such a vehicle. */
    public Demand of(Demand demand) {
        Demand raised = minimum == null ? demand : demand.atLeast(minimum);
        return neverPause ? raised.neverPaused() : raised;
    }
}
