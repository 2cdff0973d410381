/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import steve.loadmanagement.site.EvseRef;

/**
 * What an EVSE did over some time, from its quarter hours.
 *
 * @param milliampSeconds sum over the three phases of what was measured, mA·s
 * @param sessionS time with a session, s
 * @param waitingS of that, time in which nothing was granted, s
 * @param curtailedWattSeconds what the plan granted less than the EVSE could have used at most, W·s
 */
public record EvseTotal(EvseRef evse, long milliampSeconds, long sessionS, long waitingS, long curtailedWattSeconds) {}
