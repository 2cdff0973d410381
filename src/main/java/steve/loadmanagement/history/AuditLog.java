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

/** Who changed what. */
public interface AuditLog {

    /** Written before the caller returns; throws if it cannot. */
    void write(Audit audit);

    /**
     * The newest first.
     *
     * @param containing only those whose subject, detail or login contains it; null: all
     */
    List<Audit> newest(@Nullable String containing, int offset, int most);

    /**
     * One change.
     *
     * @param by login of who did it
     * @param subject to whom, as an operator names it
     * @param detail what changed, in words
     */
    record Audit(Instant at, String by, Action action, String subject, String detail) {}

    /** What can be done. */
    enum Action {
        STRAND_ADDED,
        STRAND_CHANGED,
        STRAND_DELETED,
        EVSES_ASSIGNED,
        EVSE_TAKEN_OFF,
        PRIORITY_GIVEN,
        PRIORITY_WITHDRAWN,
        BOOSTED,
        PAUSED,
        RELEASED,
        REAPPLIED,
        EXCLUDED,
        INCLUDED,
        ACKNOWLEDGED,
        METER_ADDED,
        METER_CHANGED,
        METER_DELETED,
        LIMIT_SET,
        LIMIT_WITHDRAWN,
        TARGET_SET,
        TARGET_REMOVED,
        GRID_RULES_SET,
        STEERABLE_MARKED,
        GRID_SIGNAL_GIVEN,
        SIGNAL_LINE_ADDED,
        SIGNAL_LINE_CHANGED,
        SIGNAL_LINE_DELETED,
        WIRING_SET,
        QUIRKS_ASSIGNED,
        QUIRKS_SAVED,
        QUIRKS_DELETED,
        KEY_SET,
        NEED_SET,
        NEED_WITHDRAWN
    }
}
