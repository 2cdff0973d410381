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
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;

/** The history of what was commanded, why, and what became of it. */
public interface SetpointLog {

    void write(List<Line> lines);

    /**
     * One setpoint, when its outcome is known.
     *
     * @param reason why this much, in words
     */
    record Line(
            Setpoint setpoint,
            String reason,
            Instant sentAt,
            Outcome outcome,
            @Nullable Instant outcomeAt) {}
}
