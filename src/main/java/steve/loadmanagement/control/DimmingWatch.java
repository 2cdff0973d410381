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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.Dimming;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.control.MeterLog.DimmingLine;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** What the grid operator asks of each strand, and the record of how it was kept. */
final class DimmingWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DimmingWatch.class);

    private final MeterLog log;
    private final Map<StrandId, Dimming> dimmings = new HashMap<>();
    private final Map<StrandId, DimmingLine> lasting = new HashMap<>();
    private final List<DimmingLine> toWrite = new ArrayList<>();

    DimmingWatch(MeterLog log) {
        this.log = log;
    }

    Dimming of(StrandId strand) {
        return dimmings.getOrDefault(strand, Dimming.NONE);
    }

    /** Strands that are dimmed, or come up again. */
    List<StrandId> limited() {
        return dimmings.entrySet().stream()
                .filter(dimming -> dimming.getValue().limit() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param drawn what the devices draw together now */
    void follow(
            StrandId strand,
            List<GridSignal> newest,
            GridRules rules,
            Dimming.Devices devices,
            Power drawn,
            Instant now) {
        Dimming dimming = Dimming.of(newest, rules, devices, now);
        dimmings.put(strand, dimming);
        DimmingLine line = lasting.get(strand);
        Power limit = dimming.limit();
        if (dimming.isDimmed() && limit != null) {
            record(line == null ? begun(strand, newest, limit, drawn, now) : line, limit, drawn, now);
        } else if (line != null) {
            write(ended(line, now));
            lasting.remove(strand);
        }
    }

    private static DimmingLine begun(StrandId strand, List<GridSignal> newest, Power limit, Power drawn, Instant now) {
        @Nullable
        GridSignal first = newest.stream()
                .filter(GridSignal::isDimmed)
                .min(Comparator.comparing(GridSignal::since))
                .orElse(null);
        return new DimmingLine(
                strand,
                first == null ? GridSignal.Channel.CONTROL_BOX : first.channel(),
                first == null ? now : first.since(),
                limit,
                drawn,
                null,
                null);
    }

    private void record(DimmingLine line, Power limit, Power drawn, Instant now) {
        boolean isKept = line.keptAt() == null && drawn.compareTo(limit) <= 0;
        DimmingLine newest = new DimmingLine(
                line.strand(),
                line.channel(),
                line.signalledAt(),
                limit,
                line.before(),
                isKept ? now : line.keptAt(),
                null);
        if (!newest.equals(lasting.put(line.strand(), newest))) {
            write(newest);
        }
    }

    private static DimmingLine ended(DimmingLine line, Instant now) {
        return new DimmingLine(
                line.strand(), line.channel(), line.signalledAt(), line.limit(), line.before(), line.keptAt(), now);
    }

    private void write(DimmingLine line) {
        toWrite.add(line);
    }

    /** What cannot be stored is kept for the next time. */
    void store() {
        try {
            while (!toWrite.isEmpty()) {
                log.dimming(toWrite.getFirst());
                toWrite.removeFirst();
            }
        } catch (RuntimeException e) {
            LOG.warn("{} entries of the grid operator's log are stored later: {}", toWrite.size(), e.getMessage());
        }
    }
}
