/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long something lasted, each time. */
final class Spells {

    private final List<Duration> over = new ArrayList<>();
    private @Nullable Instant since;

    /** Whether it was so from that moment on. */
    void see(boolean isSo, Instant from) {
        if (isSo && since == null) {
            since = from;
        }
        if (!isSo && since != null) {
            over.add(Duration.between(since, from));
            since = null;
        }
    }

    List<Duration> over() {
        return over;
    }
}
