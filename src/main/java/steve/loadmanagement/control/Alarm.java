/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator should know of, from when it was first seen until it is seen no more.
 *
 * @param subject whom it is about, as an operator names it: a strand, an EVSE, a station
 * @param words what is wrong, with the numbers of when it began
 * @param endedAt null: it lasts
 */
public record Alarm(
        Kind kind,
        String subject,
        String words,
        Instant beganAt,
        @Nullable Instant endedAt) {

    /** What can be wrong. */
    public enum Kind {
        /** More flows in a strand than it bears. */
        OVER_LIMIT,
        /** An EVSE draws more than it was told. */
        NOT_FOLLOWING,
        /** A station refuses what it is told. */
        REJECTED,
        /** A station does not answer. */
        UNANSWERED,
        /** A station takes nothing that it is told. */
        NOT_CONTROLLABLE,
        /** A station's connection is gone, or it has not been heard for long. */
        OFFLINE,
        /** A car charges, and nobody measures how much. */
        STALE_METER,
        /** A station's memory bears no more writes today. */
        BUDGET_SPENT,
        /** Nobody knows what a station does when it hears nothing. */
        FALLBACK_NOT_CONFIRMED,
        /** A grid meter says nothing that can be used. */
        GRID_METER_STALE,
        /** A grid meter answers, and cannot be right. */
        METER_ODD,
        /** One channel of the grid operator dims, another one releases. */
        SIGNALS_CONTRADICT,
        /** A channel of the grid operator has fallen silent. */
        GRID_OPERATOR_SILENT,
        /** The control loop comes late. */
        LOOP_LATE,
        /** The ledger cannot be stored. */
        DATABASE_GONE
    }

    Alarm ended(Instant at) {
        return new Alarm(kind, subject, words, beganAt, at);
    }
}
