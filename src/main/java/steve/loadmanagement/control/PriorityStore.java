/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.List;
import steve.loadmanagement.demand.Priority;

/** Where priorities are kept. */
public interface PriorityStore {

    /** Has no priorities and takes none. */
    PriorityStore NONE = new PriorityStore() {
        @Override
        public List<StoredPriority> priorities() {
            return List.of();
        }

        @Override
        public int insert(Priority priority) {
            throw new UnsupportedOperationException("priorities are kept nowhere");
        }

        @Override
        public boolean delete(int id) {
            return false;
        }
    };

    List<StoredPriority> priorities();

    /** EVSEs that get nothing for a while. */
    default List<PauseStore.Pause> pauses() {
        return List.of();
    }

    /** Stores it, and says under which id. */
    int insert(Priority priority);

    /** Whether there was one of that id. */
    boolean delete(int id);

    /** A priority and its id. */
    record StoredPriority(int id, Priority priority) {}
}
