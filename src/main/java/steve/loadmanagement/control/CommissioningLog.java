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
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.site.EvseRef;

/** Where the protocols of commissioning tests are kept. */
public interface CommissioningLog {

    /** A protocol as it is kept: JSON for people and machines. */
    record Protocol(int id, EvseRef evse, String tester, String json) {}

    void write(EvseRef evse, Commissioning test);

    /** Newest first. */
    List<Protocol> of(EvseRef evse);
}
