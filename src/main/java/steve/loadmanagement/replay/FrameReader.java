/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.metering.MeterMessage;
import steve.loadmanagement.metering.Sample;
import tools.jackson.databind.JsonNode;

/**
 * Finds the meter values in a line that holds an OCPP-J frame: the frame itself, or an object with {@code frame} or
 * {@code payload} and {@code action}. MeterValues have them, and StopTransaction in its transactionData. A single entry or
 * sample may stand where a list of them should.
 */
final class FrameReader {

    private static final int LONGEST_TIME = 64;

    private FrameReader() {}

    /** There are none, and why. */
    static final class NoMeterValues extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        NoMeterValues(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static MeterMessage read(JsonNode line) throws NoMeterValues {
        JsonNode frame = line.isArray() ? line : line.path("frame");
        String action = text(line.path("action"));
        String named = action == null ? text(frame.path(2)) : action;
        if (line.has("raw")) {
            throw new NoMeterValues("the station sent no JSON");
        }
        if (!line.isObject() && !line.isArray()) {
            throw new NoMeterValues("the line is no frame");
        }
        JsonNode payload = frame.isArray() && !frame.isEmpty() ? frame.path(frame.size() - 1) : line.path("payload");
        String list = listOf(named, payload);
        return new MeterMessage(isPositive(payload.path("transactionId")), entries(payload.path(list)));
    }

    private static String listOf(@Nullable String action, JsonNode payload) throws NoMeterValues {
        if (!payload.isObject()) {
            throw new NoMeterValues("the frame has no payload");
        }
        return switch (action == null ? "MeterValues" : action) {
            case "MeterValues" -> "meterValue";
            case "StopTransaction" -> "transactionData";
            default -> throw new NoMeterValues(action + " has no meter values");
        };
    }

    private static List<MeterMessage.Entry> entries(JsonNode values) {
        List<MeterMessage.Entry> entries = new ArrayList<>();
        for (JsonNode value : many(values)) {
            List<Sample> samples = new ArrayList<>();
            for (JsonNode sample : many(value.path("sampledValue"))) {
                samples.add(sample(sample));
            }
            entries.add(new MeterMessage.Entry(time(text(value.path("timestamp"))), samples));
        }
        return entries;
    }

    private static Sample sample(JsonNode sample) {
        return new Sample(
                text(sample.path("value")),
                text(sample.path("measurand")),
                text(sample.path("phase")),
                text(sample.path("unit")),
                text(sample.path("context")),
                text(sample.path("format")));
    }

    private static Iterable<JsonNode> many(JsonNode node) {
        return node.isObject() ? List.of(node) : node;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : null;
    }

    private static boolean isPositive(JsonNode number) {
        return number.isNumber() && number.decimalValue().signum() > 0;
    }

    /** One without an offset is taken for UTC: it only orders the entries of one message. Null: no time. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.length() > LONGEST_TIME) {
            return null;
        }
        String time = text.strip().toUpperCase(Locale.ROOT).replace(' ', 'T');
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return localTime(time);
        }
    }

    private static @Nullable Instant localTime(String time) {
        try {
            return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
