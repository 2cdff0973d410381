/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.unit.Power;

/** What came on a signal line. */
public sealed interface LineNews {

    SignalLineId line();

    Instant at();

    /**
     * The grid operator dims, or has released.
     *
     * @param limit W left of grid draw; null: the minimum by law
     */
    record Dimmed(
            SignalLineId line, boolean isDimmed, @Nullable Power limit, Instant at) implements LineNews {}

    /** A limit that holds for a while; not at all: it is withdrawn. */
    record Limited(SignalLineId line, Limit limit, Duration validFor, Instant at) implements LineNews {}

    /**
     * Nothing that can be used.
     *
     * @param why for an operator
     */
    record Unusable(SignalLineId line, String why, Instant at) implements LineNews {}
}
