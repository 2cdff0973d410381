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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.StrandId;

/**
 * A limit that holds for some time. The lowest of all that hold counts; none can raise what the fuse bears.
 *
 * @param limit with its source
 * @param from from then on
 * @param until until then; null: until withdrawn
 * @param schedule only at these times; null: always
 */
public record LimitOverTime(
        StrandId strand,
        Limit limit,
        Instant from,
        @Nullable Instant until,
        @Nullable WeeklySchedule schedule) {

    public boolean holds(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until)) && (schedule == null || schedule.holds(at));
    }
}
