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
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.StaleRule;

/** A stored meter written as the form that it came from, without its secret. */
final class WrittenMeter {

    private WrittenMeter() {}

    static MeterForm of(MeterSettings meter) {
        Where where = Where.of(meter.source());
        StaleRule rule = meter.whenStale();
        return new MeterForm(
                meter.name(),
                meter.strand().value(),
                where.kind(),
                where.chargeBoxId(),
                where.connectorId(),
                where.host(),
                where.port(),
                where.unitId(),
                where.registerMap(),
                where.inverted(),
                where.intervalMs(),
                where.url(),
                where.mqttVersion(),
                where.user(),
                null,
                certificate(meter.source()),
                where.values(),
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

    private static String ruleName(StaleRule rule) {
        return switch (rule) {
            case StaleRule.StopCharging _ -> "STOP";
            case StaleRule.HighestOf _ -> "HIGHEST";
            case StaleRule.Fixed _ -> "FIXED";
        };
    }

    private static @Nullable String certificate(MeterSource source) {
        return source instanceof MeterSource.Mqtt it ? it.certificate() : null;
    }

    /** Where a secret of it goes. */
    static String door(MeterSettings meter) {
        Where where = Where.of(meter.source());
        return where.kind() + " " + where.url() + " " + where.user() + " " + certificate(meter.source());
    }

    /** What it is, in a line for the audit. */
    static String summary(MeterSettings meter) {
        Where where = Where.of(meter.source());
        String address = switch (meter.source()) {
            case MeterSource.OcppStation it -> it.chargeBoxId() + ", connector " + it.connectorId();
            case MeterSource.ModbusTcp it -> it.host() + ":" + it.port() + ", " + it.registerMap();
            case MeterSource.Mqtt it -> it.url();
            case MeterSource.HttpPush _ -> "pushed";
            case MeterSource.HttpPoll it -> it.url();
        };
        return where.kind() + " " + address + "; strand " + meter.strand() + ", at most "
                + meter.maximumAge().toSeconds() + " s old, then " + ruleName(meter.whenStale());
    }

    /** The part that says where its values come from. */
    private record Where(
            String kind,
            @Nullable String chargeBoxId,
            @Nullable Integer connectorId,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable Integer unitId,
            @Nullable String registerMap,
            @Nullable Boolean inverted,
            @Nullable Long intervalMs,
            @Nullable String url,
            @Nullable Integer mqttVersion,
            @Nullable String user,
            @Nullable Map<String, MeterForm.Path> values) {

        static Where of(MeterSource source) {
            return switch (source) {
                case MeterSource.OcppStation it -> ocpp(it);
                case MeterSource.ModbusTcp it -> modbus(it);
                case MeterSource.Mqtt it -> remote("MQTT", null, it.url(), it.version(), it.user(), it.values());
                case MeterSource.HttpPush _ -> remote("HTTP_PUSH", null, null, null, null, null);
                case MeterSource.HttpPoll it ->
                    remote("HTTP_POLL", it.interval().toMillis(), it.url(), null, it.user(), it.values());
            };
        }

        private static Where ocpp(MeterSource.OcppStation it) {
            return new Where(
                    "OCPP",
                    it.chargeBoxId(),
                    it.connectorId(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static Where modbus(MeterSource.ModbusTcp it) {
            return new Where(
                    "MODBUS_TCP",
                    null,
                    null,
                    it.host(),
                    it.port(),
                    it.unitId(),
                    it.registerMap(),
                    it.isInverted(),
                    it.interval().toMillis(),
                    null,
                    null,
                    null,
                    null);
        }

        private static Where remote(
                String kind,
                @Nullable Long intervalMs,
                @Nullable String url,
                @Nullable Integer mqttVersion,
                @Nullable String user,
                @Nullable Map<MeterQuantity, ValuePath> values) {
            return new Where(
                    kind,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    intervalMs,
                    url,
                    mqttVersion,
                    user,
                    values == null ? null : paths(values));
        }

        private static Map<String, MeterForm.Path> paths(Map<MeterQuantity, ValuePath> values) {
            Map<String, MeterForm.Path> paths = new TreeMap<>();
            values.forEach((quantity, path) ->
                    paths.put(quantity.key(), new MeterForm.Path(path.topic(), path.pointer(), path.factor())));
            return paths;
        }
    }
}
