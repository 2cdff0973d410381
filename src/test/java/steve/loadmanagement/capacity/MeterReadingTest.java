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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.unit.Voltage;

/** What raw values mean. */
class MeterReadingTest {

    private static MeterReading of(String values, Spread spread) {
        Map<MeterQuantity, BigDecimal> raw = new EnumMap<>(MeterQuantity.class);
        for (String value : values.isEmpty() ? new String[0] : values.split(" ", -1)) {
            String[] parts = value.split("=", -1);
            raw.put(MeterQuantity.valueOf(parts[0]), new BigDecimal(parts[1]));
        }
        return MeterReading.of(Meters.meter(spread), raw, Voltage.NOMINAL, Instant.EPOCH);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}")
    @CsvSource({
        "CURRENT_L1=10.0001 CURRENT_L2=20 CURRENT_L3=30, BALANCED, 10.0 A / 20.0 A / 30.0 A, 13.8 kW",
        "CURRENT_L1=10 CURRENT_L2=20 CURRENT_L3=30 POWER=12000, BALANCED, 10.0 A / 20.0 A / 30.0 A, 12.0 kW",
        "POWER_L1=2300 POWER_L2=4600 POWER_L3=-2300, BALANCED, 10.0 A / 20.0 A / -10.0 A, 4.6 kW",
        "CURRENT_L1=10 POWER_L1=-2300 CURRENT_L2=1 POWER_L2=230 CURRENT_L3=1 POWER_L3=230, BALANCED, -10.0 A / 1.0 A / 1.0 A, -1.8 kW",
        "POWER=6900, BALANCED, 10.0 A / 10.0 A / 10.0 A, 6.9 kW",
        "POWER=6900, WORST_PHASE, 30.0 A / 30.0 A / 30.0 A, 6.9 kW",
        "POWER=-6900, WORST_PHASE, -10.0 A / -10.0 A / -10.0 A, -6.9 kW"
    })
    void valuesAreTakenAsTheyAreMeant(String values, Spread spread, String currents, String power) {
        assertThat(of(values, spread)).isInstanceOfSatisfying(MeterReading.Measured.class, it -> {
            assertThat(it.currents()).hasToString(currents);
            assertThat(it.power()).hasToString(power);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', neither a current nor a power",
        "CURRENT_L1=10, says nothing of some phase",
        "CURRENT_L1=10 CURRENT_L2=10 POWER=5000, says nothing of some phase",
        "CURRENT_L1=10001 CURRENT_L2=0 CURRENT_L3=0, current.L1 is absurd",
        "POWER=1E30, power is absurd"
    })
    void whatCannotBeUsedSaysWhy(String values, String why) {
        assertThat(of(values, Spread.BALANCED))
                .isInstanceOfSatisfying(
                        MeterReading.Unusable.class, it -> assertThat(it.why()).contains(why));
    }
}
