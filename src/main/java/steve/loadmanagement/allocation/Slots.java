/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.time.Duration;
import java.time.Instant;

/**
 * Turns are changed by the clock: all at once, at the start of each slot, counted from midnight UTC on 1 January 1970.
 *
 * @param length whole seconds, 1 or more
 */
public record Slots(Duration length) {

    public static final Slots QUARTER_HOURS = new Slots(Duration.ofMinutes(15));

    public Slots {
        if (length.toSeconds() < 1) {
            throw new IllegalArgumentException("a slot takes a second or more, not " + length);
        }
    }

    /** The start of the slot that {@code time} lies in. */
    public Instant startOf(Instant time) {
        long seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, length.toSeconds()));
    }

    /** When the slot that {@code time} lies in ends, and with it the turns. */
    public Instant endOf(Instant time) {
        return startOf(time).plusSeconds(length.toSeconds());
    }
}
