/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Wiring;

/** An EVSE that is read each ten seconds, and the meter of its strand each five, while a car goes through the course. */
class WiringFoundTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int[] COURSE = {6, 10, 16, 0, 6};
    private static final int STEP_S = 40;

    /** A course of a car on so many conductors of an EVSE that is wired like that; the strand's meter shows a step late. */
    private static PhaseWatch course(Wiring wiring, int conductors, int lateS) {
        PhaseWatch watch = PhaseWatch.NOTHING;
        for (int second = 0; second < COURSE.length * STEP_S; second += 5) {
            Shown ofEvse =
                    new Shown(NOON.plusSeconds(second / 10 * 10L), byConductor(conductors, drawn(second / 10 * 10)));
            Shown ofStrand =
                    new Shown(NOON.plusSeconds(second), onGrid(wiring, conductors, drawn(Math.max(0, second - lateS))));
            watch = watch.see(ofEvse, ofStrand);
        }
        return watch;
    }

    private static Current drawn(int second) {
        return amps(COURSE[second / STEP_S]);
    }

    private static Map<Phase, Current> byConductor(int used, Current current) {
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            currents.put(phase, phase.ordinal() < used ? current : Current.ZERO);
        }
        return currents;
    }

    private static Map<Phase, Current> onGrid(Wiring wiring, int used, Current current) {
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            boolean isLoaded = wiring.loads(used).contains(phase);
            currents.put(phase, isLoaded ? current.plus(amps(20)) : amps(20));
        }
        return currents;
    }

    private static WiringFound found(Wiring wiring, int conductors, int lateS) {
        return WiringFound.in(course(wiring, conductors, lateS).moments(), Wiring.UNKNOWN);
    }

    @Test
    void aCarOnOneConductorLeavesTwoWirings() {
        WiringFound found = found(Wiring.L2L3L1, 1, 0);
        assertThat(found.candidates()).containsExactly(Wiring.L2L3L1, Wiring.L2L1L3);
        assertThat(found.found().getFirst().evidence().get(Phase.L2)).isEqualTo(1.0);
    }

    @Test
    void aStrandMeterThatLagsIsNoHindrance() {
        assertThat(found(Wiring.L3L1L2, 1, 10).candidates()).containsExactly(Wiring.L3L1L2, Wiring.L3L2L1);
    }

    @Test
    void aCarOnTwoConductorsTellsTheThird() {
        assertThat(found(Wiring.L2L3L1, 2, 0).candidates()).containsExactly(Wiring.L2L3L1, Wiring.L3L2L1);
    }

    @Test
    void aCarOnThreeConductorsTellsNothing() {
        assertThat(found(Wiring.L2L3L1, 3, 0).candidates()).isEmpty();
    }

    @Test
    void anEvseOfOneConductorIsOnOnePhase() {
        assertThat(WiringFound.in(course(Wiring.L3_ONLY, 1, 0).moments(), Wiring.L1_ONLY)
                        .candidates())
                .containsExactly(Wiring.L3_ONLY);
    }

    @Test
    void whatTheStrandShowedWhileTheCarChangedIsLeftOut() {
        PhaseWatch watch = PhaseWatch.NOTHING
                .see(new Shown(NOON, Map.of(Phase.L1, amps(6))), null)
                .see(null, new Shown(NOON.plusSeconds(6), Map.of(Phase.L1, amps(10))))
                .see(new Shown(NOON.plusSeconds(10), Map.of(Phase.L1, amps(16))), null);
        assertThat(watch.moments()).isEmpty();
    }

    @Test
    void readingsOfTheStrandAreTakenFiveSecondsApartAndNotAtFirst() {
        PhaseWatch watch = PhaseWatch.NOTHING.see(new Shown(NOON, Map.of(Phase.L1, amps(6))), null);
        for (int second = 1; second <= 20; second++) {
            watch = watch.see(null, new Shown(NOON.plusSeconds(second), Map.of(Phase.L1, amps(6))));
        }
        watch = watch.see(new Shown(NOON.plus(Duration.ofSeconds(20)), Map.of(Phase.L1, amps(6))), null);
        assertThat(watch.moments()).hasSize(2);
        assertThat(List.copyOf(watch.since())).isEmpty();
    }
}
