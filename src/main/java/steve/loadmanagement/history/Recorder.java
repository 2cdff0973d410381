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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.site.StrandId;

/**
 * Records what cycles see: means of minutes and quarter hours, and each decision that differs from the one before. What
 * cannot be written is lost after a warning: it is only history. For the history thread.
 */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** What a cycle saw holds no longer than this. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private final HistoryStore means;
    private final DecisionStore decisions;
    private final Duration maximumReadingAge;
    private final Map<StrandId, Known> known = new HashMap<>();
    private final List<DecisionStore.Stored> toWrite = new ArrayList<>();
    private List<Means.Seen> seen = List.of();
    private @Nullable Instant seenAt;
    private @Nullable Means running;

    Recorder(HistoryStore means, DecisionStore decisions, Duration maximumReadingAge) {
        this.means = means;
        this.decisions = decisions;
        this.maximumReadingAge = maximumReadingAge;
    }

    private record Known(List<Allocation> allocations, Map<StrandId, Capacity> capacities) {}

    void see(List<CycleReport> reports, Instant now) {
        if (seenAt != null) {
            passTo(seenAt, now);
        }
        seen = reports.stream()
                .map(report -> Means.Seen.of(report, maximumReadingAge))
                .toList();
        seenAt = now;
        reports.forEach(this::decide);
        flushDecisions();
    }

    /** What was seen last held from then until now, minute by minute. */
    private void passTo(Instant from, Instant now) {
        Instant until = from.plus(LONGEST_HOLD).isBefore(now) ? from.plus(LONGEST_HOLD) : now;
        Instant at = from;
        while (at.isBefore(until)) {
            Instant minute = Span.MINUTE.begin(at);
            if (running == null || !running.begins().equals(minute)) {
                finish();
                running = new Means(minute);
            }
            Instant end = Span.MINUTE.end(minute).isBefore(until) ? Span.MINUTE.end(minute) : until;
            running.add(seen, Duration.between(at, end));
            at = end;
        }
        if (running != null && !Span.MINUTE.end(running.begins()).isAfter(now)) {
            finish();
            running = null;
        }
    }

    /** Writes the running minute; the quarter hour too, if that was its last. */
    private void finish() {
        Means done = running;
        if (done == null || done.isEmpty()) {
            return;
        }
        try {
            means.write(done.strandSamples(), done.evseSamples());
            means.sumUp(Span.QUARTER_HOUR.begin(done.begins()));
        } catch (RuntimeException e) {
            LOG.warn("the means of {} are missing in the history: {}", done.begins(), e.getMessage());
        }
    }

    private void decide(CycleReport report) {
        StrandId root = report.snapshot().site().root().id();
        Known now = new Known(report.plan().allocations(), report.planned().capacities());
        if (!now.equals(known.put(root, now))) {
            toWrite.add(new DecisionStore.Stored(
                    root, report.facts().now(), Decision.of(report).write()));
        }
    }

    private void flushDecisions() {
        if (toWrite.isEmpty()) {
            return;
        }
        try {
            decisions.write(List.copyOf(toWrite));
        } catch (RuntimeException e) {
            LOG.warn("{} decisions are missing in the history: {}", toWrite.size(), e.getMessage());
        }
        toWrite.clear();
    }
}
