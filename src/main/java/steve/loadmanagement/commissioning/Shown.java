/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/** What a meter showed, by our clock. */
public record Shown(Instant at, Map<Phase, Current> currents) {

    private static final Current SAME = Current.ofMilliamps(500);

    public Shown {
        currents = Map.copyOf(currents);
    }

    boolean isAsIn(Shown other) {
        return currents.keySet().equals(other.currents.keySet())
                && currents.entrySet().stream().allMatch(on -> isNear(on.getValue(), other.currents.get(on.getKey())));
    }

    private static boolean isNear(Current one, @Nullable Current other) {
        return other != null && Math.abs(one.minus(other).milliamps()) <= SAME.milliamps();
    }
}
