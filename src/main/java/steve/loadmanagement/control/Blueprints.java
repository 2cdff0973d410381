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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.site.Site;

/** Sites and priorities as they were last read: again when they were edited, and now and then, as another node may edit. */
final class Blueprints {

    private static final Logger LOG = LoggerFactory.getLogger(Blueprints.class);
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final SiteSource source;
    private final PriorityStore priorities;
    private volatile boolean isEdited = true;
    private Instant readAt = Instant.MIN;
    private @Nullable Read read;

    /** What was read. */
    record Read(List<Site> sites, List<Priority> priorities, List<PauseStore.Pause> pauses) {

        Orders orders(Instant now) {
            return new Orders(priorities, PauseStore.Pause.holding(pauses, now));
        }
    }

    Blueprints(SiteSource source, PriorityStore priorities) {
        this.source = source;
        this.priorities = priorities;
    }

    void edited() {
        isEdited = true;
    }

    /** The newest; those read last where they cannot be read; null: they never could be. */
    @Nullable
    Read at(Instant now) {
        if (isEdited || readAt.isBefore(now.minus(OLDEST))) {
            isEdited = false;
            readAt = now;
            try {
                read = new Read(
                        source.sites(),
                        priorities.priorities().stream()
                                .filter(stored -> !stored.rests())
                                .map(PriorityStore.StoredPriority::priority)
                                .toList(),
                        priorities.pauses());
            } catch (RuntimeException e) {
                LOG.warn("strands and priorities cannot be read; those read last go on: {}", e.getMessage());
            }
        }
        return read;
    }
}
