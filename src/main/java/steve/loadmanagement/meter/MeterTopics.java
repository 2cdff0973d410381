/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.unit.Voltage;

/** The topics of a meter that publishes. */
record MeterTopics(MeterSettings meter, TopicValues values, Clock clock, Consumer<MeterReading> sink)
        implements Topics {

    @Override
    public Collection<String> names() {
        return values.topics();
    }

    @Override
    public void came(String topic, String text) {
        try {
            Map<MeterQuantity, BigDecimal> complete = values.after(topic, text, clock.instant());
            if (complete != null) {
                sink.accept(MeterReading.of(meter, complete, Voltage.NOMINAL, clock.instant()));
            }
        } catch (MeterFailure e) {
            failed(topic + ": " + e.words());
        }
    }

    @Override
    public void failed(String why) {
        sink.accept(new MeterReading.Unusable(meter.id(), why, clock.instant()));
    }
}
