/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Wiring;

/** Reads one line of a table of EVSEs; what is wrong stands at its column. */
final class LineReader {

    private static final BigDecimal MOST_AMPS = new BigDecimal(1000);
    private static final int LONGEST_ID = 255;

    private final List<String> columns;
    private final boolean isDecimalComma;
    private final Map<String, Integer> strands;

    LineReader(List<String> columns, boolean isDecimalComma, Map<String, Integer> strands) {
        this.columns = columns;
        this.isDecimalComma = isDecimalComma;
        this.strands = strands;
    }

    EvseImport.Line line(int number, List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), i < row.size() ? row.get(i).strip() : "");
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (row.size() > columns.size()) {
            errors.put("", "has " + row.size() + " cells, and there are " + columns.size() + " columns");
        }
        String station = cells.getOrDefault("charge_box_id", "");
        if (station.isEmpty() || station.length() > LONGEST_ID) {
            errors.put("charge_box_id", "is missing, or too long");
        }
        EvseForm form = new EvseForm(
                station,
                whole(cells, "evse", 1, errors),
                strand(cells.getOrDefault("strand", ""), errors),
                wiring(cells.getOrDefault("wiring", ""), errors),
                milliamps(cells, "rating_a", errors),
                milliamps(cells, "minimum_a", errors),
                null,
                milliamps(cells, "fallback_a", errors),
                whole(cells, "weight", 1, errors),
                flag(cells, "controllable", true, errors),
                flag(cells, "never_pause", false, errors));
        return new EvseImport.Line(number, cells, "", errors, errors.isEmpty() ? form : null);
    }

    /** The column that a field of the site's rules stands in. */
    static String columnOf(String field) {
        return switch (field) {
            case "rating", "minimum", "fallback" -> field + "_a";
            case "evse" -> "charge_box_id";
            case "strand", "wiring", "weight" -> field;
            default -> "";
        };
    }

    private @Nullable Integer strand(String name, Map<String, String> errors) {
        Integer strand = strands.get(name);
        if (strand == null) {
            errors.put(
                    "strand",
                    (name.isEmpty() ? "is missing" : "“" + name + "” does not exist") + ". There are "
                            + String.join(
                                    ", ", strands.keySet().stream().sorted().toList()));
        }
        return strand;
    }

    private static String wiring(String text, Map<String, String> errors) {
        if (text.isEmpty()) {
            return Wiring.UNKNOWN.name();
        }
        String name = text.toUpperCase(Locale.ROOT).replace(" ", "");
        String full = name.matches("L[123]") ? name + "_ONLY" : name;
        if (Arrays.stream(Wiring.values()).noneMatch(wiring -> wiring.name().equals(full))) {
            errors.put("wiring", "is L1L2L3, L2L3L1, ..., L1, L2, L3 or UNKNOWN, not " + text);
        }
        return full;
    }

    private @Nullable Integer milliamps(Map<String, String> cells, String column, Map<String, String> errors) {
        String text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal amps = new BigDecimal(isDecimalComma ? text.replace(',', '.') : text);
            if (amps.signum() < 0 || amps.compareTo(MOST_AMPS) > 0) {
                errors.put(column, text + " is not from 0 to " + MOST_AMPS + " A");
                return null;
            }
            return amps.movePointRight(3).intValue();
        } catch (NumberFormatException e) {
            errors.put(column, text + " is no number of amperes");
            return null;
        }
    }

    private static Integer whole(Map<String, String> cells, String column, int ifMissing, Map<String, String> errors) {
        String text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            return ifMissing;
        }
        if (!text.matches("[0-9]{1,4}")) {
            errors.put(column, text + " is no whole number");
            return ifMissing;
        }
        return Integer.valueOf(text);
    }

    private static boolean flag(
            Map<String, String> cells, String column, boolean ifMissing, Map<String, String> errors) {
        return switch (cells.getOrDefault(column, "").toLowerCase(Locale.ROOT)) {
            case "" -> ifMissing;
            case "yes", "true", "1", "ja" -> true;
            case "no", "false", "0", "nein" -> false;
            default -> {
                errors.put(column, "is yes or no");
                yield ifMissing;
            }
        };
    }
}
