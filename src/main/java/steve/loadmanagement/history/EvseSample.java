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
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * Means of an EVSE over a {@link Span} in which it had a session.
 *
 * @param covered how much of the span it had a session, s
 * @param measured on the phases of the grid; null: not measured at all
 * @param waiting how much of the span it had a session and nothing was granted, s
 * @param curtailed what the plan granted less than the EVSE could have used at most
 */
public record EvseSample(
        EvseRef evse,
        Instant begins,
        int covered,
        Current granted,
        @Nullable PhaseCurrents measured,
        int waiting,
        Power curtailed) {}
