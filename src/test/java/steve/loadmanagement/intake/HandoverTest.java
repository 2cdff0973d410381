/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.Observation;

/** Rule 7: whatever happens inside, the station does not pay for it. */
class HandoverTest {

    private static final Observation HEARD = new Observation.StationHeard("CP1", Instant.EPOCH);

    @Test
    void handsOver() {
        List<Observation> received = new ArrayList<>();
        new Handover(received::add).of(() -> HEARD);
        assertThat(received).containsExactly(HEARD);
    }

    @Test
    void whatTheReceiverThrowsEndsHere() {
        Handover handover = new Handover(_ -> {
            throw new StackOverflowError("inside");
        });
        assertThatCode(() -> handover.of(() -> HEARD)).doesNotThrowAnyException();
    }

    @Test
    void whatMakingTheObservationThrowsEndsHere() {
        Handover handover = new Handover(_ -> {});
        assertThatCode(() -> handover.of(() -> {
                    throw new IllegalArgumentException("a status that nobody knows");
                }))
                .doesNotThrowAnyException();
    }
}
