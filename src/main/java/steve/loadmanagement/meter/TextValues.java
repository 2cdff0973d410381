/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds numbers in a text: JSON with a pointer to each, or a bare number. */
final class TextValues {

    /** Longer texts are no meter's. */
    static final int LONGEST = 65_536;

    private static final int LONGEST_NUMBER = 32;

    private TextValues() {}

    /** The values that stand in a text; all of these paths must lead to a number. */
    static Map<MeterQuantity, BigDecimal> of(String text, Map<MeterQuantity, ValuePath> paths) throws MeterFailure {
        Map<MeterQuantity, BigDecimal> values = new EnumMap<>(MeterQuantity.class);
        for (Map.Entry<MeterQuantity, ValuePath> path : paths.entrySet()) {
            values.put(path.getKey(), number(text, path.getValue()));
        }
        return values;
    }

    /** The text at a path; null: nothing is there. */
    static @Nullable String text(String text, ValuePath path) throws MeterFailure {
        if (text.length() > LONGEST) {
            throw new MeterFailure("says " + text.length() + " characters; at most " + LONGEST + " make sense");
        }
        return path.pointer().isEmpty() ? text : at(text, path.pointer());
    }

    /** The number at a path, by its factor. */
    static BigDecimal number(String text, ValuePath path) throws MeterFailure {
        String found = text(text, path);
        BigDecimal number = found == null ? null : decimal(found);
        if (number == null) {
            throw new MeterFailure("no number "
                    + (path.pointer().isEmpty() ? "" : "at " + path.pointer() + " ")
                    + "but " + (found == null ? "nothing" : "'" + cut(found) + "'"));
        }
        return number.multiply(path.factor());
    }

    private static @Nullable String at(String text, String pointer) throws MeterFailure {
        try {
            JsonNode node = JsonMapper.shared().readTree(text).at(pointer);
            return node.isMissingNode() || node.isNull()
                    ? null
                    : node.isValueNode() ? node.asString() : node.toString();
        } catch (JacksonException e) {
            throw MeterFailure.of("is no JSON", e);
        } catch (IllegalArgumentException e) {
            throw MeterFailure.of(pointer + " is no JSON pointer", e);
        }
    }

    private static @Nullable BigDecimal decimal(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(stripped);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Its begin, for words. */
    static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_NUMBER, text.length()));
    }
}
