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
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.util.List;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;

/** A station that came back is left alone until it is up and has said the time, but not for ever. */
class ReturnTest {

    private final LedgerScene scene =
            new LedgerScene(Site.of(List.of(strand(1, null, perPhase(40))), List.of(evse("A", 1))));
    private final EvseRef station = scene.ref(0);

    private void connectsWithoutAWord() {
        scene.see(new Observation.StationConnected(station.chargeBoxId(), scene.now));
    }

    @Test
    void oneThatKeepsTheTimeToItselfIsWaitedForHalfAMinute() {
        connectsWithoutAWord();
        scene.pass(25);
        assertThat(scene.permitted()).isEmpty();
        scene.pass(10);
        assertThat(scene.permitted()).hasSize(1);
    }

    @Test
    void oneThatSaysTheTimeIsToldSoon() {
        connectsWithoutAWord();
        scene.say(station, EvseStatus.AVAILABLE);
        scene.pass(5);
        assertThat(scene.permitted()).hasSize(1);
    }
}
