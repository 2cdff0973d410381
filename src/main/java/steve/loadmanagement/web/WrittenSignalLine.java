/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Broker;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalSource;

/** A stored signal line written as the form that it came from, without its secret. */
final class WrittenSignalLine {

    private WrittenSignalLine() {}

    static SignalLineForm of(SignalLine line) {
        SignalSource source = line.source();
        Broker broker = broker(source);
        SignalSource.MqttDimming dimming = source instanceof SignalSource.MqttDimming it ? it : null;
        SignalSource.MqttLimit limit = source instanceof SignalSource.MqttLimit it ? it : null;
        SignalSource.ModbusDimming contact = source instanceof SignalSource.ModbusDimming it ? it : null;
        return new SignalLineForm(
                line.name(),
                line.strand().value(),
                source.kind(),
                broker == null ? null : broker.url(),
                broker == null ? null : (Integer) broker.version(),
                broker == null ? null : broker.user(),
                null,
                broker == null ? null : broker.certificate(),
                topic(source),
                dimming == null ? null : MeterForm.Path.of(dimming.state()),
                dimming == null ? null : MeterForm.Path.of(dimming.limit()),
                limit == null ? null : MeterForm.Path.of(limit.values()),
                limit == null ? null : MeterForm.Path.of(limit.validity()),
                limit == null ? null : (Integer) (int) limit.validFor().toSeconds(),
                contact == null ? null : contact.host(),
                contact == null ? null : (Integer) contact.port(),
                contact == null ? null : (Integer) contact.unitId(),
                contact == null ? null : contact.isCoil() ? "COIL" : "INPUT",
                contact == null ? null : (Integer) contact.address(),
                contact == null ? null : (Boolean) contact.isInverted(),
                contact == null ? null : (Long) contact.interval().toMillis(),
                line.version());
    }

    private static @Nullable Broker broker(SignalSource source) {
        return switch (source) {
            case SignalSource.MqttDimming it -> it.broker();
            case SignalSource.MqttLimit it -> it.broker();
            case SignalSource.ModbusDimming _ -> null;
        };
    }

    private static @Nullable String topic(SignalSource source) {
        return switch (source) {
            case SignalSource.MqttDimming it -> it.state().topic();
            case SignalSource.MqttLimit it ->
                it.values().values().stream().map(ValuePath::topic).findFirst().orElse("");
            case SignalSource.ModbusDimming _ -> null;
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
        return form.kind() + " " + address + "; strand " + line.strand();
    }
}
