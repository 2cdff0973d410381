/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.StrandId;

/**
 * A way on which the grid operator's signals, or limits, come in by themselves.
 *
 * @param strand whom they are for
 * @param name for people
 * @param version counts changes, of its secret too
 */
public record SignalLine(SignalLineId id, StrandId strand, String name, SignalSource source, int version) {

    /** By what its signals are known among those of the other ways; null: it brings limits. */
    public GridSignal.@Nullable Channel channel() {
        return switch (source) {
            case SignalSource.MqttDimming _ -> GridSignal.Channel.MQTT;
            case SignalSource.ModbusDimming _ -> GridSignal.Channel.CONTROL_BOX;
            case SignalSource.MqttLimit _ -> null;
        };
    }
}
