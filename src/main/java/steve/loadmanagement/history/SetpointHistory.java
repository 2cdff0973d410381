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
import steve.loadmanagement.site.EvseRef;

/** What EVSEs were told. */
@FunctionalInterface
public interface SetpointHistory {

    /** The newest that were sent until {@code moment}, newest first. */
    List<Sent> before(EvseRef evse, Instant moment, int most);

    /**
     * One setpoint.
     *
     * @param setpointMa mA per phase
     * @param isDefault a default profile, not the grant of a session
     * @param reason why this much, in words
     * @param outcome what became of it; null: it is in flight
     */
    record Sent(
            Instant at,
            int setpointMa,
            boolean isDefault,
            String reason,
            @Nullable String outcome) {}
}
