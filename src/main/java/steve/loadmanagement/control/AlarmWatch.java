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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.control.Alarms.Condition;

/** Looks for what is wrong after each cycle, and keeps the alarms. */
final class AlarmWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);
    private static final Duration LATE = Duration.ofMinutes(1);

    private final AlarmLog log;
    private final Alarms alarms;
    private final Duration maximumReadingAge;
    private Instant lastCycleAt;

    AlarmWatch(AlarmLog log, Duration maximumReadingAge, Instant now) {
        this.log = log;
        this.alarms = new Alarms(log.lasting(), now);
        this.maximumReadingAge = maximumReadingAge;
        this.lastCycleAt = now;
    }

    /** The time since the last cycle is not known. */
    void clockLeapt(Instant now) {
        lastCycleAt = now;
    }

    List<Alarm> lasting() {
        return alarms.lasting();
    }

    /** @param atTheGrid what is wrong at the grid connections */
    void look(Collection<CycleReport> reports, Map<Condition, String> atTheGrid, boolean isStoring, Instant now) {
        Map<Condition, String> conditions = new LinkedHashMap<>(atTheGrid);
        reports.forEach(report -> conditions.putAll(Conditions.of(report, maximumReadingAge)));
        if (lastCycleAt.isBefore(now.minus(LATE))) {
            conditions.put(
                    new Condition(Alarm.Kind.LOOP_LATE, "control loop"),
                    Duration.between(lastCycleAt, now).toSeconds() + " s since its last cycle");
        }
        lastCycleAt = now;
        if (!isStoring) {
            conditions.put(
                    new Condition(Alarm.Kind.DATABASE_GONE, "database"),
                    "the ledger cannot be stored: cuts go on, nothing is raised");
        }
        alarms.see(conditions, now);
        keep(alarms.takeChanged());
    }

    private void keep(List<Alarm> changed) {
        try {
            if (!changed.isEmpty()) {
                log.write(changed);
            }
        } catch (RuntimeException e) {
            alarms.keepChanged(changed);
            LOG.debug("alarms are stored later", e);
        }
    }
}
