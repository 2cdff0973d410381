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
import steve.loadmanagement.capacity.MeterSettings;

/** The way to the meters. */
@FunctionalInterface
public interface MeterConnections {

    /** Leads to none. */
    MeterConnections NONE = _ -> {};

    /** Connects to these meters and no others; returns at once. Their readings come to {@link ControlLoop#on(steve.loadmanagement.capacity.MeterReading)}. */
    void keep(List<MeterSettings> meters);
}
