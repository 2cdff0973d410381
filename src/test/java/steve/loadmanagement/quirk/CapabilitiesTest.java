/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration keys as stations send them. */
class CapabilitiesTest {

    private static Capabilities of(String key, String value) {
        return Capabilities.of(Map.of(key, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Current         | true  | false",
                "Power           | false | true",
                "Current,Power   | true  | true",
                " \"current\" ; W  | true  | true",
                "A               | true  | false",
            })
    void unitsComeByManyNames(String value, boolean amperes, boolean watts) {
        Capabilities capabilities = of("chargingscheduleallowedchargingrateunit", value);
        assertThat(capabilities.takesAmperes()).isEqualTo(amperes);
        assertThat(capabilities.takesWatts()).isEqualTo(watts);
    }

    @Test
    void numbersArePaddedQuotedOrAbsurd() {
        assertThat(of(Capabilities.PERIODS, " \"25\" ").periods()).isEqualTo(25);
        assertThat(of(" chargeprofilemaxstacklevel ", "6.0").maxStackLevel()).isEqualTo(6);
        assertThat(of(Capabilities.STACK_LEVEL, "-1").maxStackLevel()).isNull();
        assertThat(of(Capabilities.STACK_LEVEL, "999999999").maxStackLevel()).isNull();
        assertThat(of(Capabilities.STACK_LEVEL, "").maxStackLevel()).isNull();
    }

    @Test
    void rotationsComeByConnectorOrAlone() {
        assertThat(of(Capabilities.PHASE_ROTATION, "0.RST,1.Unknown").phaseRotations())
                .containsOnly(Map.entry(0, "RST"));
        assertThat(of(Capabilities.PHASE_ROTATION, "1.TRS, 2.rst").phaseRotations())
                .containsOnly(Map.entry(1, "TRS"), Map.entry(2, "RST"));
        assertThat(of(Capabilities.PHASE_ROTATION, "STR").phaseRotations()).containsOnly(Map.entry(1, "STR"));
        assertThat(of(Capabilities.PHASE_ROTATION, "NotApplicable").phaseRotations())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNotSaid() {
        assertThat(Capabilities.UNKNOWN.takesAmperes()).isNull();
        assertThat(Capabilities.UNKNOWN.measurands()).isEmpty();
    }

    @Test
    void aStationThatTakesWattsOnlyIsToldWatts() {
        assertThat(Fit.of(null, of(Capabilities.RATE_UNIT, "Power")).takesWatts())
                .isTrue();
        assertThat(Fit.of(null, of(Capabilities.RATE_UNIT, "Current,Power")).takesWatts())
                .isFalse();
    }

    @Test
    void aStationWithOnePeriodHasNoDeadMan() {
        assertThat(Fit.of(null, of(Capabilities.PERIODS, "1")).traits().takesTwoPeriods())
                .isFalse();
        assertThat(Fit.of(null, of(Capabilities.PERIODS, "5")).traits().takesTwoPeriods())
                .isTrue();
    }

    @Test
    void measurandsAreAList() {
        assertThat(of(Capabilities.MEASURANDS, "Current.Import, Voltage ,").measurands())
                .isEqualTo(List.of("Current.Import", "Voltage"));
    }
}
