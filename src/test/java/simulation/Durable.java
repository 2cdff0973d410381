/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import steve.loadmanagement.control.LeaseLost;
import steve.loadmanagement.control.Leases;
import steve.loadmanagement.control.LedgerStore;
import steve.loadmanagement.control.SetpointLog;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** The database: outlasts every crash, keeps of an entry what its table keeps, and is gone now and then. */
final class Durable {

    private final SharedLease lease;
    private final Map<EvseRef, LedgerEntry> rows = new LinkedHashMap<>();
    private final Map<String, List<Instant>> written = new HashMap<>();
    private Runnable beforeWrite = () -> {};
    private Runnable afterWrite = () -> {};
    private boolean isGone;

    Durable(SharedLease lease) {
        this.lease = lease;
    }

    void setGone(boolean gone) {
        isGone = gone;
    }

    /** The next write fails, and this happens with it. */
    void failNextWrite(Runnable happens) {
        beforeWrite = () -> {
            happens.run();
            throw new IllegalStateException("the connection is lost");
        };
    }

    /** Happens once, right after the next write. */
    void afterNextWrite(Runnable happens) {
        afterWrite = happens;
    }

    /** As a node sees it: behind the fence. */
    LedgerStore ledgerOf(String node) {
        return new LedgerStore() {
            @Override
            public List<LedgerEntry> load() {
                mustBeThere();
                return List.copyOf(rows.values());
            }

            @Override
            public Map<String, List<Instant>> writtenSince(Instant since) {
                mustBeThere();
                return written.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream()
                                        .filter(since::isBefore)
                                        .sorted()
                                        .toList()));
            }

            @Override
            public void write(StrandId root, Collection<LedgerEntry> entries) {
                mustBeThere();
                if (!lease.isHeldBy(node)) {
                    throw new LeaseLost(root);
                }
                store(entries);
            }
        };
    }

    Leases leasesOf(String node) {
        return lease.of(node, this::mustBeThere);
    }

    boolean isControlledBy(String node) {
        return lease.isHeldBy(node);
    }

    void log(List<SetpointLog.Line> lines) {
        mustBeThere();
        lines.forEach(line -> written.computeIfAbsent(line.setpoint().evse().chargeBoxId(), _ -> new ArrayList<>())
                .add(line.sentAt()));
    }

    private void store(Collection<LedgerEntry> entries) {
        Runnable fails = beforeWrite;
        beforeWrite = () -> {};
        fails.run();
        for (LedgerEntry entry : entries) {
            rows.put(
                    entry.evse(),
                    LedgerEntry.stored(
                            entry.evse(),
                            entry.transactionId(),
                            entry.allowedByDefault(),
                            entry.allowedByGrant(),
                            entry.deadManAt(),
                            entry.conduct()));
        }
        Runnable happens = afterWrite;
        afterWrite = () -> {};
        happens.run();
    }

    private void mustBeThere() {
        if (isGone) {
            throw new IllegalStateException("the database is gone");
        }
    }
}
