/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meter message as it came.
 *
 * @param isOfTransaction whether it names a transaction: then the contactor is closed, or was
 */
public record MeterMessage(boolean isOfTransaction, List<Entry> entries) {

    public MeterMessage {
        entries = List.copyOf(entries);
    }

    /**
     * What was sampled at one time.
     *
     * @param at by the station's clock; null: it does not say
     */
    public record Entry(@Nullable Instant at, List<Sample> samples) {

        public Entry {
            samples = List.copyOf(samples);
        }
    }
}
