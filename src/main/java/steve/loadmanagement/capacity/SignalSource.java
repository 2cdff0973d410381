/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterSource.ValuePath;

/** Where signals come from. Secrets are not part of it. */
public sealed interface SignalSource {

    /** By what it is known in tables and forms. */
    default String kind() {
        return switch (this) {
            case MqttDimming _ -> "MQTT_DIMMING";
            case MqttLimit _ -> "MQTT_LIMIT";
            case ModbusDimming _ -> "MODBUS_DIMMING";
        };
    }

    /**
     * A topic that says whether the grid operator dims.
     *
     * @param state true, 1, on, dimmed, active; or false, 0, off, released, inactive
     * @param limit in the same message, W left of grid draw; null, or not in the message: the minimum by law
     */
    record MqttDimming(
            Broker broker, ValuePath state, @Nullable ValuePath limit) implements SignalSource {}

    /**
     * A topic that says a limit and how long it holds.
     *
     * @param values the power in W, or the current on each phase in A, or both, all in one message
     * @param validity in the same message, s; 0 withdraws the limit; null: none is said
     * @param validFor how long a limit holds that says nothing of it
     */
    record MqttLimit(
            Broker broker,
            Map<MeterQuantity, ValuePath> values,
            @Nullable ValuePath validity,
            Duration validFor) implements SignalSource {

        public MqttLimit {
            values = Map.copyOf(values);
        }
    }

    /**
     * A contact of a control box, over Modbus TCP.
     *
     * @param unitId 0 to 255
     * @param isCoil a coil (function 1), else a discrete input (function 2)
     * @param address from 0
     * @param interval between two reads
     * @param isInverted the grid operator dims while it is off: a wire that breaks dims
     */
    record ModbusDimming(
            String host, int port, int unitId, boolean isCoil, int address, Duration interval, boolean isInverted)
            implements SignalSource {}
}
