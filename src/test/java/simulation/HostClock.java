/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The clock of SteVe's machine: right, until somebody sets it. */
final class HostClock implements InstantSource {

    private final Timeline timeline;
    private Duration error = Duration.ZERO;

    HostClock(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Somebody sets it ahead, or back. */
    void setWrongBy(Duration newError) {
        timeline.tell(() -> "SteVe's clock was wrong by " + error + ", is by " + newError);
        error = newError;
    }

    long elapsedNanos() {
        return Duration.between(Instant.EPOCH, timeline.now()).toNanos();
    }

    @Override
    public Instant instant() {
        return timeline.now().plus(error);
    }

    Clock inUtc() {
        return withZone(ZoneOffset.UTC);
    }
}
