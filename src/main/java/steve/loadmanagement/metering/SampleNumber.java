/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The number that a text stands for: blanks and quotes around it do not matter, a comma is as good as a point, and a unit
 * may follow. {@code 1.234,5} and {@code 1,234.5} group by thousands, for the last mark parts the decimals.
 */
record SampleNumber(BigDecimal value, @Nullable String unit) {

    /** No number that a meter shows is longer. */
    static final int LONGEST = 32;

    /** The number; null: there is none. */
    static @Nullable SampleNumber of(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String bare = SampleText.bare(text);
        int end = endOfNumber(bare);
        BigDecimal value = number(bare.substring(0, end));
        String rest = bare.substring(end).strip();
        return value == null ? null : new SampleNumber(value, rest.isEmpty() ? null : rest);
    }

    private static int endOfNumber(String text) {
        int at = 0;
        while (at < text.length() && isOfNumber(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isOfNumber(String text, int at) {
        char c = text.charAt(at);
        boolean isExponent = (c == 'e' || c == 'E')
                && at + 1 < text.length()
                && (isDigit(text.charAt(at + 1)) || isSign(text.charAt(at + 1)));
        boolean isSign = isSign(c) && (at == 0 || text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
        return isDigit(c) || c == '.' || c == ',' || isSign || isExponent;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.indexOf(',') < 0 ? text : withPoint(text));
            return Math.abs((long) number.scale()) > LONGEST ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String withPoint(String text) {
        boolean isGroupedByComma =
                text.indexOf('.') > text.lastIndexOf(',') || text.indexOf(',') != text.lastIndexOf(',');
        return isGroupedByComma ? text.replace(",", "") : text.replace(".", "").replace(',', '.');
    }
}
