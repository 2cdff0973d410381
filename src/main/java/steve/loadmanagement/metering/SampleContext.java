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
import org.jspecify.annotations.Nullable;

/** Why a sample was taken (OCPP 1.6, section 7.35), the better ones last. */
enum SampleContext {
    /** At the begin or end of a transaction or an interruption: right then, and perhaps long ago. */
    EVENT,
    /** By the clock, on request, or for a reason of its own. */
    ASKED,
    /** In the course of a transaction. */
    PERIODIC,
    /** Not a measurement: the most that may flow. */
    MOST;

    /** What OCPP assumes where none is given is periodic. */
    static SampleContext named(@Nullable String text) {
        if (text == null) {
            return PERIODIC;
        }
        return switch (text) {
            case "Sample.Periodic", "" -> PERIODIC;
            case "Sample.Clock", "Trigger", "Other" -> ASKED;
            case "Transaction.Begin", "Transaction.End", "Interruption.Begin", "Interruption.End" -> EVENT;
            default -> sloppily(text);
        };
    }

    private static SampleContext sloppily(String text) {
        if (text.length() > SampleNumber.LONGEST) {
            return ASKED;
        }
        String name = text.toLowerCase(Locale.ROOT);
        if (name.contains("periodic")) {
            return PERIODIC;
        }
        if (name.contains("begin") || name.contains("end")) {
            return EVENT;
        }
        return name.contains("max") ? MOST : ASKED;
    }
}
