/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/**
 * What a plan grants one EVSE.
 *
 * @param current on each phase it uses: zero, or from its minimum to its ceiling
 * @param reason why this much and not more
 */
public record Allocation(EvseRef evse, Current current, Reason reason) {}
