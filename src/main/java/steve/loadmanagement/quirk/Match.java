/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Whom a quirk profile is for: patterns that are looked for in vendor, model and firmware, whatever their case. A pattern
 * that is left out fits all.
 */
public record Match(
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String firmware) {

    /** No station says more of itself. */
    private static final int LONGEST = 100;

    public Match {
        check("vendor", vendor);
        check("model", model);
        check("firmware", firmware);
    }

    /** How well it fits: a model counts more than a vendor alone, a firmware more than a model; 0: not at all. */
    int fits(StationIdentity station) {
        boolean isFitting =
                isIn(vendor, station.vendor()) && isIn(model, station.model()) && isIn(firmware, station.firmware());
        return isFitting ? (vendor == null ? 0 : 1) + (model == null ? 0 : 2) + (firmware == null ? 0 : 4) : 0;
    }

    private static boolean isIn(@Nullable String pattern, @Nullable String text) {
        if (pattern == null) {
            return true;
        }
        String words = text == null ? "" : text.substring(0, Math.min(LONGEST, text.length()));
        return !words.isEmpty()
                && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(words)
                        .find();
    }

    private static void check(String field, @Nullable String pattern) {
        try {
            if (pattern != null) {
                Pattern.compile(pattern);
            }
            if (pattern != null && (pattern.isBlank() || pattern.length() > LONGEST)) {
                throw new IllegalArgumentException(field + " is a pattern of 1 to " + LONGEST + " characters");
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(field + " is no pattern: " + e.getDescription(), e);
        }
    }
}
