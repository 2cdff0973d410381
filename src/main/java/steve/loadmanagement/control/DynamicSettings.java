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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.MeteredStrand;
import steve.loadmanagement.site.StrandId;

/** The settings of dynamic load management as they were last read: again when edited, and now and then. */
final class DynamicSettings {

    private static final Logger LOG = LoggerFactory.getLogger(DynamicSettings.class);
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final DynamicSource source;
    private volatile boolean isEdited = true;
    private Instant readAt = Instant.MIN;
    private DynamicSource.Settings known = DynamicSource.Settings.NOTHING;

    DynamicSettings(DynamicSource source) {
        this.source = source;
    }

    void edited() {
        isEdited = true;
    }

    DynamicSource.Settings at(Instant now) {
        if (isEdited || readAt.isBefore(now.minus(OLDEST))) {
            isEdited = false;
            readAt = now;
            try {
                known = source.read();
            } catch (RuntimeException e) {
                LOG.warn("meters and limits cannot be read; those read last go on: {}", e.getMessage());
            }
        }
        return known;
    }

    String nameOf(StrandId strand, MeteredStrands strands) {
        MeteredStrand metered = strands.of(strand);
        return metered == null ? "strand " + strand : metered.strand().name();
    }
}
