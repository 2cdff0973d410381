/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.StaleRule;

/** A stored meter written as the form that it came from, without its secret. */
final class WrittenMeter {

    private WrittenMeter() {}

    static MeterForm of(MeterSettings meter) {
        MeterSource source = meter.source();
        MeterSource.OcppStation station = source instanceof MeterSource.OcppStation it ? it : null;
        MeterSource.ModbusTcp modbus = source instanceof MeterSource.ModbusTcp it ? it : null;
        MeterSource.Mqtt mqtt = source instanceof MeterSource.Mqtt it ? it : null;
        StaleRule rule = meter.whenStale();
        return new MeterForm(
                meter.name(),
                meter.strand().value(),
                source.kind(),
                station == null ? null : station.chargeBoxId(),
                station == null ? null : (Integer) station.connectorId(),
                modbus == null ? null : modbus.host(),
                modbus == null ? null : (Integer) modbus.port(),
                modbus == null ? null : (Integer) modbus.unitId(),
                modbus == null ? null : modbus.registerMap(),
                modbus == null ? null : (Boolean) modbus.isInverted(),
                intervalMs(source),
                url(source),
                mqtt == null ? null : (Integer) mqtt.version(),
                user(source),
                null,
                mqtt == null ? null : mqtt.certificate(),
                values(source),
                meter.spread().name(),
                (int) meter.maximumAge().toSeconds(),
                ruleName(rule),
                rule instanceof StaleRule.HighestOf it ? (Integer) it.days() : null,
                rule instanceof StaleRule.Fixed it
                        ? Map.of(
                                "L1", it.baseLoad().l1().milliamps(),
                                "L2", it.baseLoad().l2().milliamps(),
                                "L3", it.baseLoad().l3().milliamps())
                        : null,
                meter.feedIn(),
                meter.version());
    }

    private static @Nullable Long intervalMs(MeterSource source) {
        Duration interval = switch (source) {
            case MeterSource.ModbusTcp it -> it.interval();
            case MeterSource.HttpPoll it -> it.interval();
            case MeterSource.OcppStation _, MeterSource.Mqtt _, MeterSource.HttpPush _ -> null;
        };
        return interval == null ? null : (Long) interval.toMillis();
    }

    private static @Nullable String url(MeterSource source) {
        return switch (source) {
            case MeterSource.Mqtt it -> it.url();
            case MeterSource.HttpPoll it -> it.url();
            case MeterSource.OcppStation _, MeterSource.ModbusTcp _, MeterSource.HttpPush _ -> null;
        };
    }

    private static @Nullable String user(MeterSource source) {
        return switch (source) {
            case MeterSource.Mqtt it -> it.user();
            case MeterSource.HttpPoll it -> it.user();
            case MeterSource.OcppStation _, MeterSource.ModbusTcp _, MeterSource.HttpPush _ -> null;
        };
    }

    private static @Nullable Map<String, MeterForm.Path> values(MeterSource source) {
        Map<MeterQuantity, ValuePath> values = switch (source) {
            case MeterSource.Mqtt it -> it.values();
            case MeterSource.HttpPoll it -> it.values();
            case MeterSource.OcppStation _, MeterSource.ModbusTcp _, MeterSource.HttpPush _ -> null;
        };
        return values == null ? null : MeterForm.Path.of(values);
    }

    private static String ruleName(StaleRule rule) {
        return switch (rule) {
            case StaleRule.StopCharging _ -> "STOP";
            case StaleRule.HighestOf _ -> "HIGHEST";
            case StaleRule.Fixed _ -> "FIXED";
        };
    }

    /** Where a secret of it goes. */
    static String door(MeterSettings meter) {
        MeterForm form = of(meter);
        return form.kind() + " " + form.url() + " " + form.user() + " " + form.certificate();
    }

    /** What it is, in a line for the audit. */
    static String summary(MeterSettings meter) {
        String address = switch (meter.source()) {
            case MeterSource.OcppStation it -> it.chargeBoxId() + ", connector " + it.connectorId();
            case MeterSource.ModbusTcp it -> it.host() + ":" + it.port() + ", " + it.registerMap();
            case MeterSource.Mqtt it -> it.url();
            case MeterSource.HttpPush _ -> "pushed";
            case MeterSource.HttpPoll it -> it.url();
        };
        return meter.source().kind() + " " + address + "; strand " + meter.strand() + ", at most "
                + meter.maximumAge().toSeconds() + " s old, then " + ruleName(meter.whenStale());
    }
}
