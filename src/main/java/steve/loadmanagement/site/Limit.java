/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * An upper bound on what a strand may carry, and who set it. A missing part bounds nothing; one part is always there.
 *
 * @param currents A on each phase, or null
 * @param power W over all phases, or null
 */
public record Limit(
        @Nullable PhaseCurrents currents, @Nullable Power power, LimitSource source) {

    public Limit {
        if (currents == null && power == null) {
            throw new IllegalArgumentException("a limit bounds current, power or both");
        }
    }
}
