/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.control.PriorityStore.StoredPriority;
import steve.loadmanagement.demand.Appetite;
import steve.loadmanagement.demand.Usage;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/**
 * Counts what the sessions of priorities with a monthly quota take, by their meters' registers, else by their currents. What
 * flows while nobody measures is not counted, and what could not be written is written later. For the history thread.
 */
final class QuotaCount {

    private static final Logger LOG = LoggerFactory.getLogger(QuotaCount.class);
    private static final Duration READ_EVERY = Duration.ofSeconds(2);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(15);
    private static final long SECONDS_AN_HOUR = 3600;

    private final PriorityStore store;
    private final Map<EvseRef, Usage> usages = new HashMap<>();
    private final Map<Integer, Long> wattSeconds = new HashMap<>();
    private List<StoredPriority> limited = List.of();
    private @Nullable Instant readAt;
    private @Nullable Instant writtenAt;

    QuotaCount(PriorityStore store) {
        this.store = store;
    }

    void see(List<CycleReport> reports, Instant now) {
        if (isDue(readAt, READ_EVERY, now)) {
            limited = store.priorities().stream()
                    .filter(stored -> stored.monthlyQuota() != null)
                    .toList();
            readAt = now;
        }
        if (isDue(writtenAt, WRITE_EVERY, now)) {
            wattSeconds
                    .keySet()
                    .retainAll(limited.stream().map(StoredPriority::id).toList());
            write(now);
            writtenAt = now;
        }
        for (CycleReport report : reports) {
            report.snapshot().site().evses().forEach(evse -> follow(evse, report.facts()));
        }
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !last.plus(every).isAfter(now);
    }

    private void follow(Evse evse, Facts facts) {
        EvseFacts seen = facts.of(evse.ref());
        Session session = seen.session();
        if (session == null) {
            usages.remove(evse.ref());
            return;
        }
        Usage before = usages.get(evse.ref());
        if (before == null || before.transactionId() != session.transactionId()) {
            before = Usage.of(session.transactionId());
        }
        Reading reading = seen.reading();
        Usage after = reading == null ? before : before.after(reading, Current.ZERO, Appetite.Rules.DEFAULT);
        usages.put(evse.ref(), after);
        long more = after.taken() - before.taken();
        if (more > 0) {
            limited.stream()
                    .filter(stored -> stored.priority().holds(evse.ref(), session.idTag(), facts.now()))
                    .forEach(stored -> wattSeconds.merge(stored.id(), more, Long::sum));
        }
    }

    /** Whole Wh; the rest waits for more. */
    private void write(Instant now) {
        wattSeconds.replaceAll((id, taken) -> {
            long whole = taken / SECONDS_AN_HOUR;
            return whole > 0 && isWritten(id, Energy.ofWattHours(whole), now) ? taken % SECONDS_AN_HOUR : taken;
        });
    }

    private boolean isWritten(int id, Energy more, Instant now) {
        try {
            store.used(id, more, now);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("what priority {} has used is written later: {}", id, e.getMessage());
            return false;
        }
    }
}
