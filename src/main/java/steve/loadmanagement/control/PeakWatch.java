/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.Outlook;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.capacity.QuarterHour;
import steve.loadmanagement.capacity.QuarterHours;
import steve.loadmanagement.control.MeterLog.QuarterHourLine;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** The quarter hours of metered strands: how much was drawn, what the target allows yet, which were the highest. */
final class PeakWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PeakWatch.class);
    private static final Duration READ_AGAIN = Duration.ofMinutes(15);

    private final MeterLog log;
    private final Map<StrandId, QuarterHour> running = new HashMap<>();
    private final Map<StrandId, Power> peaks = new HashMap<>();
    private final List<QuarterHourLine> ended = new ArrayList<>();
    private @Nullable Instant peaksReadAt;

    PeakWatch(MeterLog log) {
        this.log = log;
    }

    /** A strand's meters show that; null: nothing that can be used. */
    void follow(StrandId strand, MeterReading.@Nullable Measured reading, ZoneId zone, Instant now) {
        QuarterHour before = running.getOrDefault(strand, QuarterHour.at(now, zone));
        QuarterHours passed = QuarterHours.until(before, now, zone);
        passed.ended().forEach(it -> ended.add(new QuarterHourLine(strand, it.from(), it.energy(), it.assumed())));
        running.put(strand, passed.running().with(reading == null ? null : reading.power()));
    }

    void forget(StrandId strand) {
        running.remove(strand);
    }

    /** What the target leaves for now; null: the quarter hour does not run yet. */
    @Nullable
    Power allowed(PeakTarget target, Outlook others) {
        QuarterHour quarterHour = running.get(target.strand());
        return quarterHour == null ? null : quarterHour.allowed(target.after(peaks.get(target.strand())), others);
    }

    @Nullable
    QuarterHour running(StrandId strand) {
        return running.get(strand);
    }

    @Nullable
    Power peak(StrandId strand) {
        return peaks.get(strand);
    }

    /** Stores what ended; what cannot be stored is kept for the next time. */
    void store(Instant now) {
        try {
            if (!ended.isEmpty()) {
                log.ended(List.copyOf(ended));
                ended.clear();
            }
            if (peaksReadAt == null || !peaksReadAt.plus(READ_AGAIN).isAfter(now)) {
                LocalDate newYear = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfYear(1);
                peaks.clear();
                peaks.putAll(log.peaksSince(newYear.atStartOfDay(ZoneOffset.UTC).toInstant()));
                peaksReadAt = now;
            }
        } catch (RuntimeException e) {
            LOG.warn("{} quarter hours are stored later: {}", ended.size(), e.getMessage());
        }
    }
}
