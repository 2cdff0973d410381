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
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strandWith;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/** A vehicle loads the conductors that it was surely seen to use; until then, and for the next vehicle, all count. */
class ConductorsTest {

    private static final EvseRef A = evse("A");
    private static final PhaseCurrents ON_ALL = PhaseCurrents.ofEach(amps(16));
    private static final PhaseCurrents ON_ONE = new PhaseCurrents(amps(16), Current.ZERO, Current.ZERO);

    /** The second of its profile purposes. */
    private static final int BY_DEFAULT = 1;

    private final LedgerScene scene = new LedgerScene(strandWith(perPhase(40), 2));

    @BeforeEach
    void aSessionHasAGrant() {
        scene.connect(A);
        scene.answer(LedgerScene.fallback(A, 0), ACCEPTED);
        scene.start(A, 7);
        scene.answer(LedgerScene.grant(A, 7, 16), ACCEPTED);
    }

    private PhaseCurrents load() {
        return scene.ledger.load(scene.evse(0));
    }

    private void seenThreeTimes(double l1, double l2, double l3) {
        for (int i = 0; i < 3; i++) {
            scene.read(A, l1, l2, l3);
            scene.pass(20);
        }
    }

    @Test
    void allCountUntilThreeReadingsShowTheSame() {
        scene.read(A, 16, 0.2, 0);
        scene.pass(20);
        scene.read(A, 16, 0.2, 0);
        scene.pass(20);
        assertThat(load()).isEqualTo(ON_ALL);
        scene.read(A, 16, 0.2, 0);
        assertThat(load()).isEqualTo(ON_ONE);
        assertThat(scene.ledger.phasesUsed(scene.evse(0))).isEqualTo(1);
    }

    @Test
    void allCountUntilHalfAMinuteHasPassed() {
        for (int i = 0; i < 10; i++) {
            scene.read(A, 16, 0, 0);
        }
        assertThat(load()).isEqualTo(ON_ALL);
    }

    @Test
    void aHigherNumberCountsAtOnceAndHolds() {
        seenThreeTimes(16, 0, 0);
        scene.read(A, 16, 16, 0);
        assertThat(load()).isEqualTo(new PhaseCurrents(amps(16), amps(16), Current.ZERO));
        seenThreeTimes(16, 0, 0);
        assertThat(load()).isEqualTo(new PhaseCurrents(amps(16), amps(16), Current.ZERO));
    }

    @Test
    void theNextVehicleIsNotKnown() {
        seenThreeTimes(16, 0, 0);
        scene.stop(A, 7);
        scene.start(A, 8);
        scene.answer(LedgerScene.grant(A, 8, 16), ACCEPTED);
        assertThat(load()).isEqualTo(ON_ALL);
        assertThat(scene.ledger.phasesUsed(scene.evse(0))).isNull();
    }

    @Test
    void whatTheDefaultProfileAllowsCountsForAnyVehicle() {
        scene.answer(LedgerScene.fallback(A, 6), ACCEPTED);
        seenThreeTimes(16, 0, 0);
        assertThat(load()).isEqualTo(new PhaseCurrents(amps(16), amps(6), amps(6)));
        assertThat(scene.ledger.loadBesides(scene.evse(0)))
                .isEqualTo(new PhaseCurrents(Current.ZERO, amps(6), amps(6)));
    }

    /** It stays when the vehicle goes, and the next one may come while the station is away. */
    @Test
    void aGrantThatIsToldByTheDefaultProfileCountsForAnyVehicle() {
        seenThreeTimes(16, 0, 0);
        assertThat(load()).isEqualTo(ON_ONE);
        scene.ledger.restore(List.of(LedgerEntry.stored(
                A, 7, Allowance.of(Current.ZERO), amps(16), null, Conduct.stored(true, BY_DEFAULT, false))));
        assertThat(scene.ledger.phasesUsed(scene.evse(0))).isNull();
        assertThat(load()).isEqualTo(ON_ALL);
    }

    @Test
    void aVehicleThatOnlyPreparesTeachesNothing() {
        seenThreeTimes(2, 0, 0);
        assertThat(load()).isEqualTo(ON_ALL);
    }

    @Test
    void aConductorThatIsNotReportedIsNotIdle() {
        for (int i = 0; i < 3; i++) {
            scene.see(new Observation.MeterRead(
                    A,
                    null,
                    new Reading(new ConductorCurrents(amps(16), null, null), null, null, null, scene.now, scene.now)));
            scene.pass(20);
        }
        assertThat(load()).isEqualTo(ON_ALL);
    }

    @Test
    void whatIsLearnedMakesRoomForOthersOnTheOtherPhases() {
        seenThreeTimes(16, 0, 0);
        EvseRef other = scene.ref(1);
        scene.connect(other);
        scene.answer(LedgerScene.fallback(other, 0), ACCEPTED);
        scene.start(other, 9);
        assertThat(LedgerScene.grants(scene.permittedWith(Map.of(A, amps(16), other, amps(32)))))
                .containsEntry(other, amps(24));
    }
}
