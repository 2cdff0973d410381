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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.IdTag;

/** What vehicles need, kept at hand for the cycle; those read last go on where they cannot be read. */
public final class Vehicles {

    private static final Logger LOG = LoggerFactory.getLogger(Vehicles.class);

    private final VehicleStore store;
    private volatile List<VehicleNeed> needs = List.of();

    public Vehicles(VehicleStore store) {
        this.store = store;
    }

    /** Those of sessions first. Cheap. */
    public List<VehicleNeed> needs() {
        return needs;
    }

    /** Reads them anew; called now and then, for another node may have changed them. */
    public void read() {
        try {
            needs = Stream.concat(
                            store.ofSessions().stream(), store.needs().stream().map(VehicleStore.Stored::need))
                    .toList();
        } catch (RuntimeException e) {
            LOG.debug("what vehicles need cannot be read: {}", e.getMessage());
        }
    }

    public List<VehicleStore.Stored> stored() {
        return store.needs();
    }

    public int add(IdTag tags, VehicleNeed need) {
        int id = store.insert(tags, need);
        read();
        return id;
    }

    /** The need of one session, before that of its tag and in the place of an earlier one. */
    public void put(int transactionId, VehicleNeed need) {
        store.put(transactionId, need);
        read();
    }

    public boolean withdrawOfSession(int transactionId) {
        boolean wasThere = store.deleteOfSession(transactionId);
        read();
        return wasThere;
    }

    public boolean withdraw(int id) {
        boolean wasThere = store.delete(id);
        read();
        return wasThere;
    }
}
