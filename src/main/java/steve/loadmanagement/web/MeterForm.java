/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Broker;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * A meter as it comes in.
 *
 * @param kind OCPP, MODBUS_TCP, MQTT, HTTP_PUSH or HTTP_POLL
 * @param secret password; never comes out again. In a change, left out: as it was; empty: none
 * @param certificate for MQTT with ssl://: the broker's certificate, or that of who signed it, as PEM; left out: one that
 *     Java believes
 * @param values for MQTT and HTTP_POLL: where each value stands, by {@code power} or {@code current.L1}
 * @param staleRule HIGHEST, FIXED or STOP (left out)
 */
record MeterForm(
        @Nullable String name,
        @Nullable Integer strand,
        @Nullable String kind,
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        @Nullable String certificate,
        @Nullable Map<String, Path> values,
        @Nullable String spread,
        @Nullable Integer maximumAgeS,
        @Nullable String staleRule,
        @Nullable Integer staleDays,
        @Nullable Map<String, Integer> staleMa,
        @Nullable Boolean feedIn,
        @Nullable Integer version) {

    private static final int MOST_DAYS = 31;
    private static final int MOST_AGE_S = 86_400;

    /**
     * Where a value stands.
     *
     * @param topic only for MQTT
     * @param pointer JSON pointer; left out: the whole text is the number
     * @param factor to A or W; left out: 1
     */
    record Path(
            @Nullable String topic,
            @Nullable String pointer,
            @Nullable BigDecimal factor) {

        static @Nullable Path of(@Nullable ValuePath path) {
            return path == null ? null : new Path(path.topic(), path.pointer(), path.factor());
        }

        /** By the values' names. */
        static Map<String, Path> of(Map<MeterQuantity, ValuePath> values) {
            Map<String, Path> paths = new TreeMap<>();
            values.forEach((quantity, path) ->
                    paths.put(quantity.key(), new Path(path.topic(), path.pointer(), path.factor())));
            return paths;
        }
    }

    /**
     * The meter it describes.
     *
     * @throws InvalidSite with every problem
     */
    MeterSettings meter(MeterId id, Iterable<String> registerMaps) {
        List<Problem> problems = new ArrayList<>();
        check(
                problems,
                name != null && !name.isBlank() && name.length() <= 100,
                "name",
                "a meter needs a name of at most 100 characters");
        check(problems, strand != null, "strand", "a meter stands at the head of a strand");
        int age = maximumAgeS == null ? 60 : maximumAgeS;
        check(problems, age > 0 && age <= MOST_AGE_S, "maximumAgeS", "is from 1 s to a day, not " + age + " s");
        check(
                problems,
                spread == null || spread.equals("BALANCED") || spread.equals("WORST_PHASE"),
                "spread",
                "is BALANCED or WORST_PHASE");
        MeterSource source =
                new SourceForm(this, new WayFields(name == null ? "meter" : name, problems)).source(registerMaps);
        StaleRule rule = rule(problems);
        if (!problems.isEmpty() || strand == null || name == null || source == null) {
            throw new InvalidSite(problems);
        }
        return new MeterSettings(
                id,
                new StrandId(strand),
                name.strip(),
                source,
                spread == null ? Spread.BALANCED : Spread.valueOf(spread),
                Duration.ofSeconds(age),
                rule,
                feedIn != null && feedIn,
                version == null ? 0 : version);
    }

    private StaleRule rule(List<Problem> problems) {
        switch (staleRule == null ? "STOP" : staleRule) {
            case "STOP" -> {
                return new StaleRule.StopCharging();
            }
            case "HIGHEST" -> {
                int days = staleDays == null ? 7 : staleDays;
                check(problems, days >= 1 && days <= MOST_DAYS, "staleDays", "is from 1 to 31 days, not " + days);
                return new StaleRule.HighestOf(days);
            }
            case "FIXED" -> {
                Map<String, Integer> load = staleMa == null ? Map.of() : staleMa;
                int l1 = milliamps(load.get("L1"));
                int l2 = milliamps(load.get("L2"));
                int l3 = milliamps(load.get("L3"));
                check(
                        problems,
                        l1 >= 0 && l2 >= 0 && l3 >= 0,
                        "staleMa",
                        "a fixed base load is given in mA for L1, L2 and L3, each 0 or more");
                return new StaleRule.Fixed(
                        new PhaseCurrents(Current.ofMilliamps(l1), Current.ofMilliamps(l2), Current.ofMilliamps(l3)));
            }
            default -> {
                problems.add(problem("staleRule", "is HIGHEST, FIXED or STOP"));
                return new StaleRule.StopCharging();
            }
        }
    }

    /** What is missing is as wrong as what is below zero. */
    private static int milliamps(@Nullable Integer given) {
        return given == null ? -1 : given;
    }

    private void check(List<Problem> problems, boolean isRight, String field, String message) {
        if (!isRight) {
            problems.add(problem(field, message));
        }
    }

    private Problem problem(String field, String message) {
        return new Problem(name == null ? "meter" : name, field, message);
    }

    /** The part of it that says where the values come from. */
    private record SourceForm(MeterForm form, WayFields fields) {

        @Nullable
        MeterSource source(Iterable<String> registerMaps) {
            return switch (form.kind() == null ? "" : form.kind()) {
                case "OCPP" -> ocpp();
                case "MODBUS_TCP" -> modbus(registerMaps);
                case "MQTT" -> mqtt();
                case "HTTP_PUSH" -> new MeterSource.HttpPush();
                case "HTTP_POLL" -> poll();
                default -> {
                    check(false, "kind", "is OCPP, MODBUS_TCP, MQTT, HTTP_PUSH or HTTP_POLL");
                    yield null;
                }
            };
        }

        private void check(boolean isRight, String field, String message) {
            fields.check(isRight, field, message);
        }

        private MeterSource ocpp() {
            String station = form.chargeBoxId() == null ? "" : form.chargeBoxId();
            int connector = form.connectorId() == null ? 0 : form.connectorId();
            check(!station.isBlank(), "chargeBoxId", "name the station whose meter it is");
            check(connector >= 0, "connectorId", "is 0 for the main meter, or the number of a connector");
            return new MeterSource.OcppStation(station, connector);
        }

        private MeterSource modbus(Iterable<String> registerMaps) {
            String map = form.registerMap() == null ? "" : form.registerMap();
            boolean isKnown = false;
            for (String known : registerMaps) {
                isKnown |= known.equals(map);
            }
            check(isKnown, "registerMap", "is one of " + registerMaps + ", not '" + map + "'");
            return new MeterSource.ModbusTcp(
                    fields.host(form.host()),
                    fields.modbusPort(form.port()),
                    fields.unit(form.unitId()),
                    map,
                    fields.interval(form.intervalMs(), 1_000),
                    form.inverted() != null && form.inverted());
        }

        private MeterSource mqtt() {
            Broker broker = fields.broker(form.url(), form.mqttVersion(), form.user(), form.certificate());
            return new MeterSource.Mqtt(
                    broker.url(), broker.version(), broker.user(), broker.certificate(), values(true));
        }

        private MeterSource poll() {
            return new MeterSource.HttpPoll(
                    fields.url(form.url(), "http", "https"),
                    form.user(),
                    fields.interval(form.intervalMs(), 5_000),
                    values(false));
        }

        private Map<MeterQuantity, ValuePath> values(boolean withTopic) {
            Map<MeterQuantity, ValuePath> paths = new EnumMap<>(MeterQuantity.class);
            Map<String, Path> given = form.values() == null ? Map.of() : form.values();
            check(!given.isEmpty(), "values", "say where at least the power, or each phase's current, stands");
            given.forEach((key, path) -> {
                MeterQuantity quantity = MeterQuantity.ofKey(key);
                String topic = path == null || path.topic() == null ? "" : path.topic();
                check(quantity != null, "values", "'" + key + "' is none of power, power.L1-3, current.L1-3");
                check(!withTopic || !topic.isBlank(), "values", key + " needs a topic");
                if (quantity != null) {
                    paths.put(quantity, fields.path("values", key, topic, path));
                }
            });
            return paths;
        }
    }
}
