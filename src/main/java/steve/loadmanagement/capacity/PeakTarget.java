/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/**
 * How much a strand may draw on average in a quarter hour.
 *
 * @param zone by whose clock quarter hours and years begin
 * @param target mean power; it is what the tariff, or the operator, asks for
 * @param followsPeak a year whose highest quarter hour was higher may go up to it: it is paid for already
 */
public record PeakTarget(StrandId strand, ZoneId zone, Power target, boolean followsPeak) {

    /** What holds after that peak. */
    public Power after(@Nullable Power peakOfTheYear) {
        return followsPeak && peakOfTheYear != null && peakOfTheYear.compareTo(target) > 0 ? peakOfTheYear : target;
    }
}
