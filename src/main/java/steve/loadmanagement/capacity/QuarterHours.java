/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from one quarter hour to the one that runs at a later moment.
 *
 * @param ended those that are over, oldest first
 */
public record QuarterHours(List<QuarterHour> ended, QuarterHour running) {

    /** After a longer gap nobody measured anything: it begins anew. */
    private static final int LONGEST_GAP = 4;

    public QuarterHours {
        ended = List.copyOf(ended);
    }

    public static QuarterHours until(QuarterHour from, Instant now, ZoneId zone) {
        if (from.end().plus(QuarterHour.LENGTH.multipliedBy(LONGEST_GAP)).isBefore(now)) {
            return new QuarterHours(List.of(from.until(from.end())), QuarterHour.at(now, zone));
        }
        List<QuarterHour> ended = new ArrayList<>();
        QuarterHour at = from.until(now);
        while (!at.end().isAfter(now)) {
            ended.add(at);
            at = at.next().until(now);
        }
        return new QuarterHours(ended, at);
    }
}
