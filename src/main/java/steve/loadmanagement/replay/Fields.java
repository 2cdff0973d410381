/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object. What is missing or null takes its default; what is of another kind, or no whole number,
 * is refused with its name; so is what must be there and is not.
 *
 * @param place where the object stands, for messages
 */
record Fields(JsonNode object, String place) {

    /** Far beyond the age of all plans and stations. */
    private static final int LAST_YEAR = 9999;

    private static final int LONGEST_SHOWN = 80;

    /** Wrong input: says what is wrong and where. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    Fields {
        if (!object.isObject()) {
            throw new Wrong(place + " is no JSON object");
        }
    }

    int number(String name, int ifMissing) {
        @Nullable Integer number = number(name);
        return number == null ? ifMissing : number;
    }

    int numberThatMustBe(String name) {
        @Nullable Integer number = number(name);
        if (number == null) {
            throw wrong(name, "is missing");
        }
        return number;
    }

    @Nullable
    Integer number(String name) {
        return numberWithin(name, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** A whole number from {@code lowest} to {@code highest}. */
    @Nullable
    Integer numberWithin(String name, int lowest, int highest) {
        @Nullable Long number = within(name, lowest, highest);
        return number == null ? null : (Integer) number.intValue();
    }

    long large(String name) {
        @Nullable Long number = within(name, -Long.MAX_VALUE, Long.MAX_VALUE);
        return number == null ? 0 : number;
    }

    private @Nullable Long within(String name, long lowest, long highest) {
        JsonNode value = object.path(name);
        if (isMissing(value)) {
            return null;
        }
        BigInteger number = whole(name, value);
        if (number.compareTo(BigInteger.valueOf(lowest)) < 0 || number.compareTo(BigInteger.valueOf(highest)) > 0) {
            throw wrong(name, "is from " + lowest + " to " + highest + ", not " + shown(value));
        }
        return number.longValueExact();
    }

    private BigInteger whole(String name, JsonNode value) {
        if (!value.isNumber() || value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            throw wrong(name, "is a number, not " + shown(value));
        }
        BigDecimal number = value.decimalValue();
        if (Math.abs((long) number.scale()) > 30 || number.stripTrailingZeros().scale() > 0) {
            throw wrong(name, "is a whole number, not " + shown(value));
        }
        return number.toBigIntegerExact();
    }

    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!isMissing(value) && !value.isBoolean()) {
            throw wrong(name, "is true or false, not " + shown(value));
        }
        return !isMissing(value) && value.booleanValue();
    }

    @Nullable
    String text(String name) {
        JsonNode value = object.path(name);
        if (!isMissing(value) && !value.isString()) {
            throw wrong(name, "is a text, not " + shown(value));
        }
        return isMissing(value) ? null : value.stringValue();
    }

    String textThatMustBe(String name) {
        @Nullable String text = text(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    @Nullable
    Instant time(String name) {
        @Nullable String text = text(name);
        try {
            @Nullable Instant time = text == null ? null : Instant.parse(text);
            if (time != null && isFar(time)) {
                throw wrong(name, "is far from now: " + shown(text));
            }
            return time;
        } catch (DateTimeException e) {
            throw wrong(name, "is a time like 2026-01-01T12:00:00Z, not " + shown(text));
        }
    }

    Instant timeThatMustBe(String name) {
        @Nullable Instant time = time(name);
        if (time == null) {
            throw wrong(name, "is missing");
        }
        return time;
    }

    private static boolean isFar(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year < 0 || year > LAST_YEAR;
    }

    /** One of the constants; in the file in lower case with hyphens. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E ifMissing) {
        @Nullable String text = text(name);
        if (text == null) {
            return ifMissing;
        }
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        throw wrong(name, "is one of " + String.join(", ", words) + ", not " + shown(text));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An object in it; null: missing. */
    @Nullable
    Fields fields(String name) {
        JsonNode value = object.path(name);
        return isMissing(value) ? null : new Fields(value, place + ", " + name);
    }

    /** The objects of a list that must be there. */
    List<Fields> list(String name) {
        JsonNode values = object.path(name);
        if (!values.isArray()) {
            throw wrong(name, isMissing(values) ? "is missing" : "is a list");
        }
        List<Fields> list = new ArrayList<>();
        for (JsonNode value : values) {
            list.add(new Fields(value, name + "[" + list.size() + "]"));
        }
        return list;
    }

    Wrong wrong(String name, String message) {
        return new Wrong(place + ": " + name + " " + message);
    }

    boolean has(String name) {
        return !object.path(name).isMissingNode();
    }

    static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static boolean isMissing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
