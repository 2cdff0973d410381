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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.unit.Energy;

/** Where priorities are kept. */
public interface PriorityStore {

    /** Has no priorities and takes none. */
    PriorityStore NONE = new PriorityStore() {
        @Override
        public List<StoredPriority> priorities() {
            return List.of();
        }

        @Override
        public int insert(Priority priority, @Nullable Energy monthlyQuota) {
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
    default int insert(Priority priority) {
        return insert(priority, null);
    }

    /** @param monthlyQuota once its sessions took so much in a calendar month it rests until the next; null: never */
    int insert(Priority priority, @Nullable Energy monthlyQuota);

    /** Its sessions took so much more, at that time. */
    default void used(int id, Energy more, Instant at) {}

    /** Whether there was one of that id. */
    boolean delete(int id);

    /**
     * A priority and its id.
     *
     * @param monthlyQuota null: none
     * @param used what its sessions took in this calendar month, as far as seen
     */
    record StoredPriority(
            int id, Priority priority, @Nullable Energy monthlyQuota, Energy used) {

        /** Whether this month's quota is used up. */
        public boolean rests() {
            return monthlyQuota != null && used.compareTo(monthlyQuota) >= 0;
        }
    }
}
