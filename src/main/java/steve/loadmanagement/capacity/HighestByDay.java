/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.PhaseCurrents;

/** The highest base load of each of the last days, on each phase. */
public record HighestByDay(Map<LocalDate, PhaseCurrents> days) {

    public static final HighestByDay NOTHING = new HighestByDay(Map.of());

    private static final int LONGEST = 31;

    public HighestByDay {
        days = Map.copyOf(days);
    }

    public HighestByDay with(PhaseCurrents baseLoad, LocalDate day) {
        PhaseCurrents known = days.get(day);
        if (known != null && baseLoad.fitsIn(known)) {
            return this;
        }
        Map<LocalDate, PhaseCurrents> more = new HashMap<>(days);
        more.keySet().removeIf(old -> old.isBefore(day.minusDays(LONGEST)));
        more.merge(day, baseLoad, PhaseCurrents::max);
        return new HighestByDay(more);
    }

    /** The highest of so many days up to this one; null: there is none. */
    public @Nullable PhaseCurrents of(int count, LocalDate today) {
        return days.entrySet().stream()
                .filter(day -> day.getKey().isAfter(today.minusDays(count)))
                .map(Map.Entry::getValue)
                .reduce(PhaseCurrents::max)
                .orElse(null);
    }
}
