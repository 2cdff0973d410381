/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.unit.Power;

/** Pmin by section 14a EnWG. */
class SteerableDevicesTest {

    @ParameterizedTest(name = "{0} devices: {1} W")
    @CsvSource({
        "0, 0",
        "1, 4200",
        "2, 7560",
        "3, 10500",
        "4, 13020",
        "5, 15120",
        "6, 16800",
        "7, 18060",
        "8, 18900",
        "9, 19320",
        "10, 21210",
        "50, 96810"
    })
    void minimumIsThatOfTheTable(int devices, int watts) {
        assertThat(SteerableDevices.minimum(devices)).isEqualTo(Power.ofWatts(watts));
    }
}
