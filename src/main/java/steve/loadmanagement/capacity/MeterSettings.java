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
import steve.loadmanagement.site.StrandId;

/**
 * A meter at the head of a strand.
 *
 * @param strand what flows through it; a strand may have several, whose sum counts
 * @param name for people
 * @param spread how a total is spread over the phases
 * @param maximumAge an older reading is no reading
 * @param whenStale what is assumed then
 * @param version counts changes, of its secret too
 * @param feedIn what is generated below the strand may be shared too, up to the strand's rating
 */
public record MeterSettings(
        MeterId id,
        StrandId strand,
        String name,
        MeterSource source,
        Spread spread,
        Duration maximumAge,
        StaleRule whenStale,
        boolean feedIn,
        int version) {}
