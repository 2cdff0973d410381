/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

/** The adapters of dynamic load management. */
public record DynamicPorts(DynamicSource source, MeterLog log, MeterConnections connections, SignalPorts signals) {

    /** There is no meter, no limit over time and no grid operator. */
    public static final DynamicPorts NONE =
            new DynamicPorts(DynamicSource.NONE, MeterLog.NONE, MeterConnections.NONE, SignalPorts.NONE);
}
