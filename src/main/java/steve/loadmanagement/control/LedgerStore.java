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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.StrandId;

/** Where the ledger survives a restart, and the loss of a node. */
public interface LedgerStore {

    List<LedgerEntry> load();

    /** When stations were sent profiles since then, by whatever node, in the order of time. */
    Map<String, List<Instant>> writtenSince(Instant since);

    /**
     * Writes these entries of a site, all or none, and only while this node has its lease: that is the fence against a node
     * that slept and does not know that another one took over.
     *
     * @throws LeaseLost if it has not: then nothing may be sent
     * @throws RuntimeException if they cannot be written: then nothing may be raised
     */
    void write(StrandId root, Collection<LedgerEntry> entries);
}
