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
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.StrandId;

/**
 * A signal line as it comes in.
 *
 * @param kind MQTT_DIMMING, MQTT_LIMIT or MODBUS_DIMMING
 * @param secret password; never comes out again. In a change, left out: as it was; empty: none
 * @param certificate for MQTT with ssl://: the broker's certificate, or that of who signed it, as PEM; left out: one that
 *     Java believes
 * @param topic for MQTT: one topic
 * @param state for MQTT_DIMMING: where the message says whether it dims; left out: the whole message
 * @param limit for MQTT_DIMMING: where the message says what is left, W; left out: the minimum by law
 * @param values for MQTT_LIMIT: where each value stands, by {@code power} or {@code current.L1}
 * @param validity for MQTT_LIMIT: where the message says how long the limit holds, s
 * @param validForS how long one holds that says nothing of it
 * @param contact for MODBUS_DIMMING: COIL or INPUT
 * @param inverted the contact is off while the grid operator dims
 */
record SignalLineForm(
        @Nullable String name,
        @Nullable Integer strand,
        @Nullable String kind,
        @Nullable String url,
        @Nullable Integer mqttVersion,
        @Nullable String user,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        @Nullable String certificate,
        @Nullable String topic,
        MeterForm.@Nullable Path state,
        MeterForm.@Nullable Path limit,
        @Nullable Map<String, MeterForm.Path> values,
        MeterForm.@Nullable Path validity,
        @Nullable Integer validForS,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Integer unitId,
        @Nullable String contact,
        @Nullable Integer address,
        @Nullable Boolean inverted,
        @Nullable Long intervalMs,
        @Nullable Integer version) {

    private static final int USUAL_VALIDITY_S = 300;
    private static final int LONGEST_VALIDITY_S = 366 * 86_400;
    private static final int MOST_ADDRESS = 65_535;

    /**
     * The line it describes.
     *
     * @throws InvalidSite with every problem
     */
    SignalLine line(SignalLineId id) {
        List<Problem> problems = new ArrayList<>();
        WayFields fields = new WayFields(name == null ? "signal line" : name, problems);
        fields.check(
                name != null && !name.isBlank() && name.length() <= 100,
                "name",
                "a signal line needs a name of at most 100 characters");
        fields.check(strand != null, "strand", "say for which strand its signals are");
        SignalSource source = switch (kind == null ? "" : kind) {
            case "MQTT_DIMMING" -> dimming(fields);
            case "MQTT_LIMIT" -> limit(fields);
            case "MODBUS_DIMMING" -> modbus(fields);
            default -> {
                fields.check(false, "kind", "is MQTT_DIMMING, MQTT_LIMIT or MODBUS_DIMMING");
                yield null;
            }
        };
        if (!problems.isEmpty() || strand == null || name == null || source == null) {
            throw new InvalidSite(problems);
        }
        return new SignalLine(id, new StrandId(strand), name.strip(), source, version == null ? 0 : version);
    }

    private String topic(WayFields fields) {
        String given = topic == null ? "" : topic;
        fields.check(
                !given.isBlank() && !given.contains("#") && !given.contains("+"),
                "topic",
                "is one topic, without # and +");
        return given;
    }

    private SignalSource dimming(WayFields fields) {
        String whole = topic(fields);
        return new SignalSource.MqttDimming(
                fields.broker(url, mqttVersion, user, certificate),
                fields.path("state", "state", whole, state),
                limit == null ? null : fields.path("limit", "limit", whole, limit));
    }

    private SignalSource limit(WayFields fields) {
        String whole = topic(fields);
        Map<MeterQuantity, ValuePath> paths = new EnumMap<>(MeterQuantity.class);
        (values == null ? Map.<String, MeterForm.Path>of() : values).forEach((key, path) -> {
            MeterQuantity quantity = MeterQuantity.ofKey(key);
            boolean isLimit = quantity != null && (quantity.isCurrent() || quantity == MeterQuantity.POWER);
            fields.check(isLimit, "values", "'" + key + "' is none of power, current.L1-3");
            if (isLimit) {
                paths.put(quantity, fields.path("values", key, whole, path));
            }
        });
        long currents = paths.keySet().stream().filter(MeterQuantity::isCurrent).count();
        fields.check(
                !paths.isEmpty() && (currents == 0 || currents == 3),
                "values",
                "say where the power, or the current of each of the three phases, stands");
        int seconds = validForS == null ? USUAL_VALIDITY_S : validForS;
        fields.check(
                seconds > 0 && seconds <= LONGEST_VALIDITY_S, "validForS", "is from 1 s to a year, not " + seconds);
        return new SignalSource.MqttLimit(
                fields.broker(url, mqttVersion, user, certificate),
                paths,
                validity == null ? null : fields.path("validity", "validity", whole, validity),
                Duration.ofSeconds(seconds));
    }

    private SignalSource modbus(WayFields fields) {
        int at = address == null ? -1 : address;
        fields.check(at >= 0 && at <= MOST_ADDRESS, "address", "is from 0 to 65535");
        boolean isCoil = "COIL".equals(contact);
        fields.check(isCoil || "INPUT".equals(contact), "contact", "is COIL or INPUT, not " + contact);
        return new SignalSource.ModbusDimming(
                fields.host(host),
                fields.modbusPort(port),
                fields.unit(unitId),
                isCoil,
                at,
                fields.interval(intervalMs, 1_000),
                inverted != null && inverted);
    }
}
