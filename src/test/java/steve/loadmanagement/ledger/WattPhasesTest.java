/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static steve.loadmanagement.ledger.LedgerScene.ACCEPTED;
import static support.Sites.amps;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.ProfileShape;
import steve.loadmanagement.site.ProfileShape.LimitUnit;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Wiring;
import support.Sites;

/** A station that is told W: on one conductor a vehicle draws three times what it would on each of three. */
class WattPhasesTest {

    private static Evse evse(LimitUnit unit, Wiring wiring) {
        Evse evse = Sites.evse("A", 1);
        return new Evse(
                evse.ref(),
                evse.strand(),
                wiring,
                amps(32),
                amps(6),
                evse.step(),
                evse.fallback(),
                evse.weight(),
                evse.controllable(),
                evse.neverPause(),
                evse.traits().with(new ProfileShape(0, ProfileShape.Kind.ABSOLUTE, unit)));
    }

    private static Evse ac(Wiring wiring) {
        return evse(new LimitUnit.Watts(100), wiring);
    }

    @ParameterizedTest(name = "{0}, {1} A, {2} conductors used: as of {3}")
    @CsvSource({"L1L2L3, 10,, 1", "L1L2L3, 10, 3, 3", "L1L2L3, 10, 2, 2", "L1L2L3, 32,, 3", "L2_ONLY, 10,, 1"})
    void itIsToldAsOfWhatItsVehicleUses(Wiring wiring, double current, @Nullable Integer used, int phases) {
        assertThat(WattPhases.told(ac(wiring), amps(current), used)).isEqualTo(phases);
    }

    @ParameterizedTest(name = "{0}, {1} conductors used: {2} A")
    @CsvSource({"L1L2L3,, 18", "L1L2L3, 1, 6", "L1L2L3, 3, 6", "L2_ONLY,, 6"})
    void theLeastLetsAVehicleOfThreePhasesBegin(Wiring wiring, @Nullable Integer used, double least) {
        assertThat(WattPhases.least(ac(wiring), used)).isEqualTo(amps(least));
    }

    @Test
    void aRectifierLoadsAllConductorsAlike() {
        Evse dc = evse(new LimitUnit.Watts(94), Wiring.L1L2L3);
        assertThat(WattPhases.told(dc, amps(10), null)).isEqualTo(3);
        assertThat(WattPhases.least(dc, null)).isEqualTo(amps(6));
    }

    @Test
    void amperesAreToldForEachConductorAnyway() {
        Evse amperes = evse(new LimitUnit.Amperes(), Wiring.L1L2L3);
        assertThat(WattPhases.least(amperes, null)).isEqualTo(amps(6));
    }

    @Test
    void itsGrantIsToldForOnePhaseUntilItsVehicleIsKnown() {
        LedgerScene scene =
                new LedgerScene(Site.of(List.of(strand(1, null, perPhase(20))), List.of(ac(Wiring.L1L2L3))));
        EvseRef a = scene.ref(0);
        scene.connect(a);
        scene.acceptAll(scene.permitted());
        scene.start(a, 7);
        assertThat(told(scene, a, 20)).isEqualTo(List.of(amps(20), 1));
        scene.answer(LedgerScene.grant(a, 7, 20), ACCEPTED);
        for (int i = 0; i < 3; i++) {
            scene.read(a, 6, 6, 6);
            scene.pass(20);
        }
        assertThat(told(scene, a, 12)).isEqualTo(List.of(amps(12), 3));
    }

    private static List<Object> told(LedgerScene scene, EvseRef evse, double current) {
        Map<EvseRef, Current> wanted = Map.of(evse, amps(current));
        return scene.permittedWith(wanted).stream()
                .filter(Setpoint.Grant.class::isInstance)
                .map(Setpoint.Grant.class::cast)
                .<List<Object>>map(grant -> List.of(grant.current(), grant.wattPhases()))
                .findFirst()
                .orElse(List.of());
    }
}
