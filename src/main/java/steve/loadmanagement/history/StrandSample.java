/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * Means of a strand over a {@link Span}.
 *
 * @param covered how much of the span was seen, s
 * @param limit what was there to share, on each phase; null: no limit in A
 * @param limitPower the same over all phases; null: no limit in W
 * @param baseLoad what others used, off the limit already; null: nobody measured it
 * @param isComplete whether every session was measured all the time; if not, vehicles drew at least {@code measured}
 */
public record StrandSample(
        StrandId strand,
        Instant begins,
        int covered,
        @Nullable PhaseCurrents limit,
        @Nullable Power limitPower,
        @Nullable PhaseCurrents baseLoad,
        PhaseCurrents committed,
        PhaseCurrents granted,
        PhaseCurrents measured,
        boolean isComplete) {}
