/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Duration;
import java.time.Instant;

/** How long the time is that means are of. Spans begin at whole multiples of their length, so quarter hours are the grid's. */
public enum Span {
    MINUTE(60),
    QUARTER_HOUR(900);

    private final int seconds;

    Span(int seconds) {
        this.seconds = seconds;
    }

    public int seconds() {
        return seconds;
    }

    /** The beginning of the span that this moment is in. */
    public Instant begin(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * (long) seconds);
    }

    public Instant end(Instant begin) {
        return begin.plus(Duration.ofSeconds(seconds));
    }
}
