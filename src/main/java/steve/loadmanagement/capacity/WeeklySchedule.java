/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * Times that come again each week, by the clock on the wall: when summer time begins an hour is missing, when it ends an
 * hour comes twice and counts twice.
 *
 * @param zone whose clock it is
 * @param slots any of them
 */
public record WeeklySchedule(ZoneId zone, List<Slot> slots) {

    public WeeklySchedule {
        slots = List.copyOf(slots);
    }

    /**
     * From a time to another on some days. One that ends at or before it begins ends on the next day.
     *
     * @param days on which it begins
     * @param until not in it any more
     */
    public record Slot(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

        public Slot {
            days = Set.copyOf(days);
        }

        private boolean holds(DayOfWeek day, LocalTime time) {
            boolean isWithin = from.isBefore(until)
                    ? days.contains(day) && !time.isBefore(from) && time.isBefore(until)
                    : days.contains(day) && !time.isBefore(from);
            boolean isFromYesterday = !from.isBefore(until) && days.contains(day.minus(1)) && time.isBefore(until);
            return isWithin || isFromYesterday;
        }
    }

    public boolean holds(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return slots.stream().anyMatch(slot -> slot.holds(local.getDayOfWeek(), local.toLocalTime()));
    }
}
