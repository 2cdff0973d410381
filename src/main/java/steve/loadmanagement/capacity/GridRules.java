/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Power;

/**
 * How a strand answers to the grid operator.
 *
 * @param heartbeat a channel that was silent for longer has failed; null: silence means nothing
 * @param failSafe limit while a channel has failed; null: as if dimmed
 * @param failSafeFor so long, then as if released
 * @param release from the release until nothing is held back any more
 */
public record GridRules(
        @Nullable Duration heartbeat, @Nullable Power failSafe, Duration failSafeFor, Duration release) {

    public static final GridRules USUAL = new GridRules(null, null, Duration.ofHours(2), Duration.ofMinutes(5));
}
