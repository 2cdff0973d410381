/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.history.EventLog.Event;

/**
 * An alarm.
 *
 * @param id null where it is only seen, not looked up
 * @param severity ALARM where somebody must act, DEGRADED where something is held back until it mends itself
 * @param words what is wrong, in English, with the numbers of when it began
 */
record AlarmView(
        @Nullable Long id,
        String kind,
        String severity,
        String subject,
        String words,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    static final String ALARM = "ALARM";

    static AlarmView of(Alarm alarm) {
        return of(alarm, null, null, null);
    }

    static AlarmView of(Event event) {
        return of(event.alarm(), event.id(), event.acknowledgedAt(), event.acknowledgedBy());
    }

    private static AlarmView of(
            Alarm alarm, @Nullable Long id, @Nullable Instant acknowledgedAt, @Nullable String acknowledgedBy) {
        return new AlarmView(
                id,
                alarm.kind().name(),
                severity(alarm.kind()),
                alarm.subject(),
                alarm.words(),
                alarm.beganAt(),
                alarm.endedAt(),
                acknowledgedAt,
                acknowledgedBy);
    }

    static String severity(Alarm.Kind kind) {
        return switch (kind) {
            case OVER_LIMIT, NOT_FOLLOWING, SIGNALS_CONTRADICT, LOOP_LATE, DATABASE_GONE -> ALARM;
            case REJECTED,
                    UNANSWERED,
                    NOT_CONTROLLABLE,
                    OFFLINE,
                    STALE_METER,
                    BUDGET_SPENT,
                    FALLBACK_NOT_CONFIRMED,
                    GRID_METER_STALE,
                    METER_ODD,
                    GRID_OPERATOR_SILENT -> "DEGRADED";
        };
    }
}
