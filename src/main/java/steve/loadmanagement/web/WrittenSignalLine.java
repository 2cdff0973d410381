/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Broker;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalSource;

/** A stored signal line as it goes out, and may come back in a change; its secret is never shown. */
final class WrittenSignalLine {

    private WrittenSignalLine() {}

    static SignalLineForm of(SignalLine line) {
        return switch (line.source()) {
            case SignalSource.MqttDimming it -> dimming(line, it);
            case SignalSource.MqttLimit it -> limit(line, it);
            case SignalSource.ModbusDimming it -> modbus(line, it);
        };
    }

    /** Where a secret of it goes. */
    static String door(SignalLine line) {
        return switch (line.source()) {
            case SignalSource.MqttDimming it -> door(it.broker());
            case SignalSource.MqttLimit it -> door(it.broker());
            case SignalSource.ModbusDimming _ -> "";
        };
    }

    private static String door(Broker broker) {
        return broker.url() + " " + broker.user() + " " + broker.certificate();
    }

    /** What it is, in a line for the audit. */
    static String summary(SignalLine line) {
        String what = switch (line.source()) {
            case SignalSource.MqttDimming it ->
                "MQTT_DIMMING " + it.broker().url() + ", " + it.state().topic();
            case SignalSource.MqttLimit it -> "MQTT_LIMIT " + it.broker().url() + ", " + topic(it);
            case SignalSource.ModbusDimming it ->
                "MODBUS_DIMMING " + it.host() + ":" + it.port() + ", " + contact(it) + " " + it.address();
        };
        return what + "; strand " + line.strand();
    }

    private static String contact(SignalSource.ModbusDimming source) {
        return source.isCoil() ? "COIL" : "INPUT";
    }

    private static String topic(SignalSource.MqttLimit source) {
        return source.values().values().stream()
                .map(ValuePath::topic)
                .findFirst()
                .orElse("");
    }

    private static MeterForm.@Nullable Path path(@Nullable ValuePath path) {
        return path == null ? null : new MeterForm.Path(null, path.pointer(), path.factor());
    }

    private static SignalLineForm dimming(SignalLine line, SignalSource.MqttDimming it) {
        return new SignalLineForm(
                line.name(),
                line.strand().value(),
                "MQTT_DIMMING",
                it.broker().url(),
                it.broker().version(),
                it.broker().user(),
                null,
                it.broker().certificate(),
                it.state().topic(),
                path(it.state()),
                path(it.limit()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                line.version());
    }

    private static SignalLineForm limit(SignalLine line, SignalSource.MqttLimit it) {
        Map<String, MeterForm.Path> values = new TreeMap<>();
        it.values()
                .forEach((quantity, path) ->
                        values.put(quantity.key(), new MeterForm.Path(null, path.pointer(), path.factor())));
        return new SignalLineForm(
                line.name(),
                line.strand().value(),
                "MQTT_LIMIT",
                it.broker().url(),
                it.broker().version(),
                it.broker().user(),
                null,
                it.broker().certificate(),
                topic(it),
                null,
                null,
                values,
                path(it.validity()),
                Math.toIntExact(it.validFor().toSeconds()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                line.version());
    }

    private static SignalLineForm modbus(SignalLine line, SignalSource.ModbusDimming it) {
        return new SignalLineForm(
                line.name(),
                line.strand().value(),
                "MODBUS_DIMMING",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                it.host(),
                it.port(),
                it.unitId(),
                contact(it),
                it.address(),
                it.isInverted(),
                it.interval().toMillis(),
                line.version());
    }
}
