/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.Alarm;

/** The alarms that were, and who took note of them. */
public interface EventLog {

    List<Event> find(Filter filter, int offset, int most);

    /** Whether there is one of that id; a second operator's note changes nothing. */
    boolean acknowledge(long id, String by, Instant at);

    /** An alarm and who took note of it. */
    record Event(
            long id,
            Alarm alarm,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {}

    /**
     * Which ones.
     *
     * @param kind null: every kind
     * @param subject that contain it; null: everybody's
     * @param isLasting only those that last
     * @param from that began at or after it; null: from the beginning
     */
    record Filter(
            Alarm.@Nullable Kind kind,
            @Nullable String subject,
            boolean isLasting,
            @Nullable Instant from) {

        public static final Filter LASTING = new Filter(null, null, true, null);
    }
}
