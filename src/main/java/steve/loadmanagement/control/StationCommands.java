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
import java.util.function.BiConsumer;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;

/** The way to the stations: one call at a time for each, the newest setpoint of an EVSE wins. */
public interface StationCommands {

    /**
     * Takes the setpoint and returns at once; {@code whenDone} is told the outcome, once, on some other thread.
     *
     * @param goodUntil after that it is not sent any more
     */
    void send(Setpoint setpoint, Instant goodUntil, BiConsumer<Setpoint, Outcome> whenDone);
}
