/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the stations of a kind must be treated. What it does not say is as usual.
 *
 * @param name unique
 * @param isShipped whether it came with the plugin; else it is an operator's
 */
public record QuirkProfile(String name, Match match, boolean isShipped, Map<Quirk, Line> lines) {

    /**
     * One line of it.
     *
     * @param source where it was seen
     */
    public record Line(String value, String source) {}

    /** @throws IllegalArgumentException where a line has a value that it cannot have */
    public QuirkProfile {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a quirk profile has a name of 1 to 100 characters");
        }
        EnumMap<Quirk, Line> copy = new EnumMap<>(Quirk.class);
        copy.putAll(lines);
        copy.forEach((quirk, line) -> quirk.check(line.value()));
        lines = Collections.unmodifiableMap(copy);
    }

    @Nullable
    String value(Quirk quirk) {
        Line line = lines.get(quirk);
        return line == null ? null : line.value();
    }

    @Nullable
    Integer number(Quirk quirk) {
        String value = value(quirk);
        return value == null ? null : Integer.valueOf(value);
    }

    /** Null: it does not say. */
    @Nullable
    Boolean flag(Quirk quirk) {
        String value = value(quirk);
        return value == null ? null : (Boolean) value.equals("yes");
    }

    boolean says(Quirk quirk) {
        return Boolean.TRUE.equals(flag(quirk));
    }
}
