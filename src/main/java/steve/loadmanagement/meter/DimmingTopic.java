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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource.MqttDimming;
import steve.loadmanagement.unit.Power;

/** A topic that says whether the grid operator dims. Who dims and says a limit that makes no sense dims all the same. */
record DimmingTopic(SignalLineId line, MqttDimming source, Clock clock, Consumer<LineNews> sink) implements Topics {

    @Override
    public Collection<String> names() {
        return List.of(source.state().topic());
    }

    @Override
    public void came(String topic, String text) {
        try {
            boolean isDimmed = SignalText.isDimmed(text, source.state());
            sink.accept(new LineNews.Dimmed(line, isDimmed, isDimmed ? left(text) : null, clock.instant()));
        } catch (MeterFailure e) {
            failed(topic + ": " + e.words());
        }
    }

    private @Nullable Power left(String text) throws MeterFailure {
        try {
            return SignalText.left(text, source.limit());
        } catch (MeterFailure e) {
            sink.accept(new LineNews.Dimmed(line, true, null, clock.instant()));
            throw new MeterFailure(e.words() + "; dimmed to the minimum by law");
        }
    }

    @Override
    public void failed(String why) {
        sink.accept(new LineNews.Unusable(line, why, clock.instant()));
    }
}
