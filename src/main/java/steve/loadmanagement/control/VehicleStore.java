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
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.IdTag;

/** Where it is kept what vehicles need. */
public interface VehicleStore {

    /** A need of tags and its id. */
    record Stored(int id, IdTag tags, VehicleNeed need) {}

    List<Stored> needs();

    /** Stores it, and says under which id. */
    int insert(IdTag tags, VehicleNeed need);

    /** Whether there was one of that id. */
    boolean delete(int id);

    /** Needs of single sessions. */
    List<VehicleNeed> ofSessions();

    /** The need of that session, in the place of an earlier one. */
    void put(int transactionId, VehicleNeed need);

    /** Whether that session had one. */
    boolean deleteOfSession(int transactionId);
}
