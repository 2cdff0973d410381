/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.SignalLineId;

/** Where the newest of each channel is kept, so that it is in force after a restart too. */
public interface SignalLog {

    /** Keeps nothing. */
    SignalLog NONE = new SignalLog() {
        @Override
        public void put(GridSignal signal) {}

        @Override
        public void put(SignalLineId line, LimitOverTime limit) {}
    };

    /** The newest signal of its channel takes the place of the one before. */
    void put(GridSignal signal);

    /** The newest limit of a line takes the place of the one before; one that ends as it begins withdraws it. */
    void put(SignalLineId line, LimitOverTime limit);
}
