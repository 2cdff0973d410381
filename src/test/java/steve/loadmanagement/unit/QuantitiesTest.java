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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Currents, powers, and the way between them. */
class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({"13999, 1000, 13000", "13999, 100, 13900", "14000, 100, 14000", "-50, 100, -100"})
    void roundsDownToWhatTheStationTakes(int current, int step, int expected) {
        assertThat(Current.ofMilliamps(current).downTo(Current.ofMilliamps(step)))
                .isEqualTo(Current.ofMilliamps(expected));
    }

    @Test
    void overflowIsAnErrorAndNotASmallCurrent() {
        assertThatThrownBy(() -> Current.ofMilliamps(Integer.MAX_VALUE).plus(Current.ofMilliamps(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"50, 3, 72463", "22, 3, 31884", "22, 1, 95652"})
    void aPowerMakesSoMuchCurrentOnEachPhaseAndNeverMore(int kilowatts, int phases, int milliamps) {
        Power power = Power.ofKilowatts(kilowatts);
        Current current = Voltage.NOMINAL.current(power, phases);
        assertThat(current).isEqualTo(Current.ofMilliamps(milliamps));
        assertThat(Voltage.NOMINAL.power(current, phases)).isLessThanOrEqualTo(power);
    }

    @Test
    void aSinglePhaseCarLoadsThePhaseBehindTheFirstConductor() {
        assertThat(Wiring.L2L3L1.spread(Current.ofAmps(10), 1))
                .isEqualTo(PhaseCurrents.ZERO.with(Phase.L2, Current.ofAmps(10)));
    }

    @Test
    void unknownWiringCountsOnAllPhases() {
        assertThat(Wiring.UNKNOWN.spread(Current.ofAmps(10), 1)).isEqualTo(PhaseCurrents.ofEach(Current.ofAmps(10)));
        PhaseCurrents byConductor = new PhaseCurrents(Current.ofAmps(3), Current.ofAmps(9), Current.ZERO);
        assertThat(Wiring.UNKNOWN.toGrid(byConductor)).isEqualTo(PhaseCurrents.ofEach(Current.ofAmps(9)));
    }

    @Test
    void whatTheMeterCallsL1IsTheGridPhaseBehindTheFirstConductor() {
        PhaseCurrents byConductor = new PhaseCurrents(Current.ofAmps(1), Current.ofAmps(2), Current.ofAmps(3));
        assertThat(Wiring.L3L1L2.toGrid(byConductor))
                .isEqualTo(new PhaseCurrents(Current.ofAmps(2), Current.ofAmps(3), Current.ofAmps(1)));
    }
}
