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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;

/** Gathers the values of a meter whose topics come one after the other: complete once each is there and none too old. */
final class TopicValues {

    private final Map<MeterQuantity, ValuePath> paths;
    private final Duration maximumAge;
    private final Map<MeterQuantity, Known> known = new EnumMap<>(MeterQuantity.class);

    TopicValues(Map<MeterQuantity, ValuePath> paths, Duration maximumAge) {
        this.paths = Map.copyOf(paths);
        this.maximumAge = maximumAge;
    }

    private record Known(BigDecimal value, Instant at) {}

    Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        paths.values().forEach(path -> topics.add(path.topic()));
        return topics;
    }

    /** All values after that message; null: some are still missing. */
    synchronized @Nullable Map<MeterQuantity, BigDecimal> after(String topic, String text, Instant at)
            throws MeterFailure {
        Map<MeterQuantity, ValuePath> here = new EnumMap<>(MeterQuantity.class);
        paths.forEach((quantity, path) -> {
            if (path.topic().equals(topic)) {
                here.put(quantity, path);
            }
        });
        TextValues.of(text, here).forEach((quantity, value) -> known.put(quantity, new Known(value, at)));
        known.values().removeIf(value -> value.at().plus(maximumAge).isBefore(at));
        if (known.size() < paths.size()) {
            return null;
        }
        Map<MeterQuantity, BigDecimal> values = new EnumMap<>(MeterQuantity.class);
        known.forEach((quantity, value) -> values.put(quantity, value.value()));
        return values;
    }
}
