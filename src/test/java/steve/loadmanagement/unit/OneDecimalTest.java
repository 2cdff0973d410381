/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneDecimalTest {

    @Test
    void everyCurrentReadsAsTheLibraryWouldWriteIt() {
        IntStream.rangeClosed(-70_000, 70_000)
                .filter(milliamps -> milliamps <= -50 || milliamps >= 0)
                .forEach(milliamps -> assertThat(Current.ofMilliamps(milliamps))
                        .hasToString(String.format(Locale.ROOT, "%.1f A", milliamps / 1000.0)));
    }

    @Test
    void whatIsNearlyNothingHasNoSign() {
        assertThat(Current.ofMilliamps(-49)).hasToString("0.0 A");
    }

    @Test
    void powerAndEnergyAreRoundedLikewise() {
        assertThat(Power.ofWatts(-49_950)).hasToString("-50.0 kW");
        assertThat(Power.ofMilliwatts(49_949_999)).hasToString("49.9 kW");
        assertThat(Energy.ofWattHours(12_250)).hasToString("12.3 kWh");
    }
}
