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
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalSource;

/** A stored signal line written as the form that it came from, without its secret. */
final class WrittenSignalLine {

    private WrittenSignalLine() {}

    static SignalLineForm of(SignalLine line) {
        return switch (line.source()) {
            case SignalSource.MqttDimming it -> dimming(line, it);
            case SignalSource.MqttLimit it -> limit(line, it);
            case SignalSource.ModbusDimming it -> modbus(line, it);
        };
    }

    private static SignalLineForm dimming(SignalLine line, SignalSource.MqttDimming it) {
        return new SignalLineForm(
                line.name(),
                line.strand().value(),
                kind(line),
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
        String topic =
                it.values().values().stream().map(ValuePath::topic).findFirst().orElse("");
        return new SignalLineForm(
                line.name(),
                line.strand().value(),
                kind(line),
                it.broker().url(),
                it.broker().version(),
                it.broker().user(),
                null,
                it.broker().certificate(),
                topic,
                null,
                null,
                paths(it.values()),
                path(it.validity()),
                (int) it.validFor().toSeconds(),
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
                kind(line),
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
                it.isCoil() ? "COIL" : "INPUT",
                it.address(),
                it.isInverted(),
                it.interval().toMillis(),
                line.version());
    }

    private static MeterForm.@Nullable Path path(@Nullable ValuePath path) {
        return path == null ? null : new MeterForm.Path(path.topic(), path.pointer(), path.factor());
    }

    private static Map<String, MeterForm.Path> paths(Map<MeterQuantity, ValuePath> values) {
        Map<String, MeterForm.Path> paths = new TreeMap<>();
        values.forEach((quantity, path) ->
                paths.put(quantity.key(), new MeterForm.Path(path.topic(), path.pointer(), path.factor())));
        return paths;
    }

    static String kind(SignalLine line) {
        return switch (line.source()) {
            case SignalSource.MqttDimming _ -> "MQTT_DIMMING";
            case SignalSource.MqttLimit _ -> "MQTT_LIMIT";
            case SignalSource.ModbusDimming _ -> "MODBUS_DIMMING";
        };
    }

    /** Where a secret of it goes. */
    static String door(SignalLine line) {
        SignalLineForm form = of(line);
        return form.url() + " " + form.user() + " " + form.certificate();
    }

    /** What it is, in a line for the audit. */
    static String summary(SignalLine line) {
        SignalLineForm form = of(line);
        String address = form.url() == null ? form.host() + ":" + form.port() : form.url() + " " + form.topic();
        return kind(line) + " " + address + "; strand " + line.strand();
    }
}
