/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;

/** The EVSEs of one station share its one call at a time. */
class NeighboursTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T06:00:00Z");
    private static final Car.Kind CAR = new Car.Kind(3, 32_000, 6_000, Duration.ofSeconds(3), Duration.ofSeconds(8), 0);

    /** A. Two cars have 20 A each of it, three have 13.3 A. */
    private static final int LIMIT = 40;

    /** Two calls without an answer, one after the other, and the time of the car. */
    private static final Duration BOTH_ARE_TOLD = Duration.ofSeconds(45);

    private final Site site = Site.of(
            List.of(strand(1, null, perPhase(LIMIT))),
            List.of(evse(new EvseRef("A", 1), 1), evse(new EvseRef("A", 2), 1), evse("B", 1)));
    private final CarPark carPark = new CarPark(site, _ -> Habits.GOOD, BEGIN, 1);

    private void run(Duration until) {
        carPark.timeline().runUntil(BEGIN.plus(until));
    }

    private void arrive(String station) {
        carPark.station(station)
                .plugs()
                .forEach(plug -> carPark.arrive(carPark.station(station), plug, CAR, 50_000, Duration.ofDays(1)));
    }

    @Test
    void aCutIsNotKeptBackByCallsToANeighbourThatAreNeverAnswered() {
        carPark.open();
        run(Duration.ofMinutes(10));
        arrive("A");
        run(Duration.ofMinutes(30));
        assertThat(carPark.station("A").plugs()).allMatch(plug -> plug.drawnMa() == 20_000);
        carPark.station("A").link().lose(1);
        arrive("B");
        run(Duration.ofMinutes(30).plus(BOTH_ARE_TOLD));
        assertThat(carPark.station("A").plugs()).allMatch(plug -> plug.drawnMa() < 14_000);
    }
}
