/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of SteVe, as {@code 3.14.1} or {@code 3.15.0-SNAPSHOT}.
 *
 * @param text as the war says it
 * @param numbers the numbers that lead it; none if it says no version
 */
record SteveVersion(String text, int[] numbers) {

    private static final Pattern LEADING = Pattern.compile("\\d{1,6}(\\.\\d{1,6})*");

    static final SteveVersion FIRST_SUPPORTED = of("3.14.0");

    static SteveVersion of(String text) {
        Matcher matcher = LEADING.matcher(text);
        int[] numbers = matcher.lookingAt()
                ? Arrays.stream(matcher.group().split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : new int[0];
        return new SteveVersion(text, numbers);
    }

    /** An unknown version is before none: there the links decide. */
    boolean isBefore(SteveVersion other) {
        return numbers.length > 0 && Arrays.compare(numbers, other.numbers) < 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
