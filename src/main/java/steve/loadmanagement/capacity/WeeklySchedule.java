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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Times that come again each week, by the clock on the wall: when summer time begins an hour is missing, when it ends an
 * hour comes twice and counts twice.
 *
 * @param zone whose clock it is
 * @param slots any of them
 */
public record WeeklySchedule(ZoneId zone, List<Slot> slots) {

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String DAY = "(MON|TUE|WED|THU|FRI|SAT|SUN)";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern SLOT =
            Pattern.compile("(?<days>" + DAY + "(," + DAY + ")*) (?<from>" + TIME + ")-(?<until>" + TIME + "|24:00)");

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

    /**
     * Reads {@code MON,TUE 08:00-18:00; SAT 22:00-06:00}; the end of a day is 24:00.
     *
     * @throws IllegalArgumentException with words for who wrote it
     */
    public static WeeklySchedule parse(ZoneId zone, String text) {
        List<Slot> slots = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Matcher matcher = SLOT.matcher(part.strip().toUpperCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' is no time of a week; one is MON,TUE 08:00-18:00");
            }
            Set<DayOfWeek> days = new TreeSet<>();
            for (String day : matcher.group("days").split(",", -1)) {
                days.add(DayOfWeek.of(DAYS.indexOf(day) + 1));
            }
            slots.add(new Slot(days, time(matcher.group("from")), time(matcher.group("until"))));
        }
        return new WeeklySchedule(zone, slots);
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        List<String> parts = new ArrayList<>();
        for (Slot slot : slots) {
            String days = slot.days().stream()
                    .sorted()
                    .map(day -> DAYS.get(day.getValue() - 1))
                    .collect(Collectors.joining(","));
            parts.add(days + " " + slot.from() + "-" + slot.until());
        }
        return String.join("; ", parts);
    }

    public boolean holds(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return slots.stream().anyMatch(slot -> slot.holds(local.getDayOfWeek(), local.toLocalTime()));
    }
}
