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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.demand.VehicleNeed;

/** What vehicles need, kept at hand for the cycle; those read last go on where they cannot be read. */
public final class Vehicles {

    private static final Logger LOG = LoggerFactory.getLogger(Vehicles.class);

    private final VehicleStore store;
    private volatile List<VehicleNeed> needs = List.of();

    public Vehicles(VehicleStore store) {
        this.store = store;
    }

    /** Cheap. */
    public List<VehicleNeed> needs() {
        return needs;
    }

    /** Reads them anew; called now and then, for another node may have changed them. */
    public void read() {
        try {
            needs = store.needs().stream().map(VehicleStore.Stored::need).toList();
        } catch (RuntimeException e) {
            LOG.debug("what vehicles need cannot be read: {}", e.getMessage());
        }
    }

    public List<VehicleStore.Stored> stored() {
        return store.needs();
    }

    public int add(VehicleNeed need) {
        int id = store.insert(need);
        read();
        return id;
    }

    public boolean withdraw(int id) {
        boolean wasThere = store.delete(id);
        read();
        return wasThere;
    }
}
