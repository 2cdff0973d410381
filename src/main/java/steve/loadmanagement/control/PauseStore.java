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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;

/** EVSEs that an operator paused: they get nothing until then. */
public interface PauseStore {

    /** Pauses nobody. */
    PauseStore NONE = new PauseStore() {
        @Override
        public List<Pause> pauses() {
            return List.of();
        }

        @Override
        public void put(Pause pause) {
            throw new UnsupportedOperationException("pauses are kept nowhere");
        }

        @Override
        public boolean remove(EvseRef evse) {
            return false;
        }
    };

    List<Pause> pauses();

    /** In place of the one before of that EVSE. */
    void put(Pause pause);

    /** Whether there was one. */
    boolean remove(EvseRef evse);

    /**
     * A pause.
     *
     * @param until null: until it is released
     */
    record Pause(EvseRef evse, @Nullable Instant until) {

        public boolean holds(Instant now) {
            return until == null || now.isBefore(until);
        }

        static Set<EvseRef> holding(List<Pause> pauses, Instant now) {
            return pauses.stream()
                    .filter(pause -> pause.holds(now))
                    .map(Pause::evse)
                    .collect(java.util.stream.Collectors.toSet());
        }
    }
}
