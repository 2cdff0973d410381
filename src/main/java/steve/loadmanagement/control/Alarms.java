/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import steve.loadmanagement.control.Alarm.Kind;

/**
 * The alarms that last. A condition that is not seen for a while has ended; one that comes back before goes on, so that
 * what flickers is one alarm. For the control thread.
 */
final class Alarms {

    private static final Duration FLICKER = Duration.ofMinutes(1);

    private final Map<Condition, Lasting> lasting = new LinkedHashMap<>();
    private final List<Alarm> changed = new ArrayList<>();

    /** What is wrong with whom. */
    record Condition(Kind kind, String subject) {}

    private record Lasting(Alarm alarm, Instant seenAt) {}

    /** Goes on with those that were stored. */
    Alarms(Collection<Alarm> stored, Instant now) {
        stored.forEach(alarm -> lasting.put(new Condition(alarm.kind(), alarm.subject()), new Lasting(alarm, now)));
    }

    /** What is wrong at this moment, each with words for it. */
    void see(Map<Condition, String> conditions, Instant now) {
        conditions.forEach((condition, words) -> {
            Lasting known = lasting.get(condition);
            if (known == null) {
                Alarm alarm = new Alarm(condition.kind(), condition.subject(), words, now, null);
                changed.add(alarm);
                lasting.put(condition, new Lasting(alarm, now));
            } else {
                lasting.put(condition, new Lasting(known.alarm(), now));
            }
        });
        lasting.values().removeIf(known -> {
            boolean isOver = !known.seenAt().plus(FLICKER).isAfter(now);
            if (isOver) {
                changed.add(known.alarm().ended(known.seenAt()));
            }
            return isOver;
        });
    }

    List<Alarm> lasting() {
        return lasting.values().stream().map(Lasting::alarm).toList();
    }

    /** Those that began or ended since the last call. */
    List<Alarm> takeChanged() {
        List<Alarm> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** Puts back what could not be written. */
    void keepChanged(Collection<Alarm> notWritten) {
        changed.addAll(0, notWritten);
    }
}
