/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

/** Who set a limit. */
public enum LimitSource {
    /** What the cable and its fuse bear. */
    RATING,
    /** A time-of-day rule. */
    SCHEDULE,
    /** An operator, by hand. */
    OPERATOR,
    /** Another outside system. */
    EXTERNAL,
    /** A machine, by REST. */
    REST,
    /** A machine, by MQTT. */
    MQTT,
    /** The grid operator, under section 14a EnWG. */
    GRID_OPERATOR,
    /** The target for the quarter hour that runs. */
    PEAK_TARGET,
    /** The meter's readings are too old, and charging stops then. */
    STALE_METER
}
