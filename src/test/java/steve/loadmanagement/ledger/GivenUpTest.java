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
import static steve.loadmanagement.ledger.LedgerScene.REJECTED;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;

/** A station that refuses its default profile again and again is given up, counts with its rating, and is asked now and then. */
class GivenUpTest {

    private static final int LONG = 600;

    private final LedgerScene scene =
            new LedgerScene(Site.of(List.of(strand(1, null, perPhase(40))), List.of(evse("A", 1))));
    private final EvseRef station = scene.ref(0);

    @BeforeEach
    void refusesThreeTimes() {
        scene.connect(station);
        for (int pause : new int[] {5, 10, 20}) {
            assertThat(scene.ledger.isControllable(scene.evse(0))).isTrue();
            scene.answer(scene.permitted().getFirst(), REJECTED);
            scene.pass(pause);
        }
    }

    @Test
    void countsWithItsRatingAndIsLeftAlone() {
        assertThat(scene.ledger.isControllable(scene.evse(0))).isFalse();
        assertThat(scene.ledger.worst(scene.evse(0))).isEqualTo(scene.evse(0).rating());
        assertThat(scene.permitted()).isEmpty();
    }

    @Test
    void afterTenMinutesItIsAskedOnceMore() {
        scene.pass(LONG);
        scene.answer(scene.permitted().getFirst(), REJECTED);
        scene.pass(LONG / 2);
        assertThat(scene.ledger.isControllable(scene.evse(0))).isFalse();
        assertThat(scene.permitted()).isEmpty();
        scene.pass(LONG / 2);
        assertThat(scene.permitted()).hasSize(1);
    }

    @Test
    void whenItTakesItsDefaultProfileAtLastItIsControlledAsEver() {
        scene.pass(LONG);
        scene.answer(scene.permitted().getFirst(), ACCEPTED);
        scene.pass(LONG);
        assertThat(scene.ledger.isControllable(scene.evse(0))).isTrue();
        assertThat(scene.ledger.entry(station).isDefaultConfirmed()).isTrue();
        assertThat(scene.ledger.worst(scene.evse(0)).isZero()).isTrue();
    }
}
