/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Phase;

/** Where a sample was taken, as stations name it (OCPP 1.6, section 7.33). */
enum Conductor {
    L1,
    L2,
    L3,
    /** The neutral. */
    N,
    /** Between two lines. */
    LINES,
    /** The whole, or no one says where. */
    ALL;

    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^A-Z0-9]");

    static Conductor named(@Nullable String text) {
        if (text == null) {
            return ALL;
        }
        return switch (text) {
            case "L1", "L1-N" -> L1;
            case "L2", "L2-N" -> L2;
            case "L3", "L3-N" -> L3;
            case "N" -> N;
            default -> sloppily(text);
        };
    }

    /** The line; null: it is none. */
    @Nullable
    Phase line() {
        return switch (this) {
            case L1 -> Phase.L1;
            case L2 -> Phase.L2;
            case L3 -> Phase.L3;
            case N, LINES, ALL -> null;
        };
    }

    private static Conductor sloppily(String text) {
        if (text.length() > SampleNumber.LONGEST) {
            return ALL;
        }
        String name = NOT_OF_A_NAME.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        return switch (name) {
            case "L1", "L1N", "1", "PHASE1", "P1" -> L1;
            case "L2", "L2N", "2", "PHASE2", "P2" -> L2;
            case "L3", "L3N", "3", "PHASE3", "P3" -> L3;
            case "N", "NEUTRAL" -> N;
            case "L1L2", "L2L1", "L2L3", "L3L2", "L3L1", "L1L3" -> LINES;
            default -> ALL;
        };
    }
}
