/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource.MqttLimit;

/** A topic that says a limit and how long it holds. */
record LimitTopic(SignalLineId line, MqttLimit source, Clock clock, Consumer<LineNews> sink) implements Topics {

    @Override
    public Collection<String> names() {
        Set<String> topics = new TreeSet<>();
        source.values().values().forEach(path -> topics.add(path.topic()));
        return topics;
    }

    @Override
    public void came(String topic, String text) {
        try {
            sink.accept(new LineNews.Limited(
                    line, SignalText.limit(text, source), SignalText.validFor(text, source), clock.instant()));
        } catch (MeterFailure e) {
            failed(topic + ": " + e.words());
        }
    }

    @Override
    public void failed(String why) {
        sink.accept(new LineNews.Unusable(line, why, clock.instant()));
    }
}
