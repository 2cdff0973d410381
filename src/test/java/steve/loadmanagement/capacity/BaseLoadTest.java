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
import static support.Sites.amps;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/** Meter less EVSEs: rises at once, falls late, and does not mistake a car's ramp. */
class BaseLoadTest {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

    private static MeterReading.Measured metered(double amps, int second) {
        PhaseCurrents currents = PhaseCurrents.ofEach(amps(amps));
        return new MeterReading.Measured(
                new MeterId(1), currents, Voltage.NOMINAL.power(currents), BEGIN.plusSeconds(second));
    }

    private static LoadRange exactly(double amps) {
        return LoadRange.exactly(PhaseCurrents.ofEach(amps(amps)));
    }

    private static LoadRange between(double least, double most) {
        return LoadRange.between(PhaseCurrents.ofEach(amps(least)), PhaseCurrents.ofEach(amps(most)));
    }

    private static BaseLoad after(BaseLoad before, double amps, LoadRange controlled, int second) {
        return before.after(metered(amps, second), controlled, Voltage.NOMINAL, HOLD);
    }

    @Test
    void isWhatTheMeterShowsLessTheEvses() {
        BaseLoad load = BaseLoad.first(metered(40, 0), exactly(16), Voltage.NOMINAL);
        assertThat(load.currents()).isEqualTo(PhaseCurrents.ofEach(amps(24)));
        assertThat(load.power()).isEqualTo(Power.ofWatts(16_560));
    }

    @Test
    void risesAtOnce() {
        BaseLoad load = BaseLoad.first(metered(40, 0), exactly(16), Voltage.NOMINAL);
        assertThat(after(load, 60, exactly(16), 1).currents()).isEqualTo(PhaseCurrents.ofEach(amps(44)));
    }

    @Test
    void fallsOnlyAfterItStayedLowAndThenToTheHighestOfThatTime() {
        BaseLoad load = BaseLoad.first(metered(40, 0), exactly(0), Voltage.NOMINAL);
        load = after(load, 10, exactly(0), 1);
        load = after(load, 22, exactly(0), 30);
        load = after(load, 12, exactly(0), 60);
        assertThat(load.currents()).isEqualTo(PhaseCurrents.ofEach(amps(40)));
        load = after(load, 11, exactly(0), 61);
        assertThat(load.currents()).isEqualTo(PhaseCurrents.ofEach(amps(22)));
        assertThat(load.power()).isEqualTo(Voltage.NOMINAL.power(PhaseCurrents.ofEach(amps(22))));
    }

    @Test
    void aSpikeBetweenKeepsItUp() {
        BaseLoad load = BaseLoad.first(metered(40, 0), exactly(0), Voltage.NOMINAL);
        load = after(load, 10, exactly(0), 1);
        load = after(load, 41, exactly(0), 50);
        load = after(load, 10, exactly(0), 62);
        assertThat(load.currents()).isEqualTo(PhaseCurrents.ofEach(amps(41)));
    }

    @Test
    void aCarOnItsWayUpIsNoBaseLoad() {
        BaseLoad load = BaseLoad.first(metered(20, 0), exactly(0), Voltage.NOMINAL);
        load = after(load, 36, between(0, 32), 2);
        load = after(load, 52, between(0, 32), 4);
        load = after(load, 52, exactly(32), 6);
        assertThat(load.currents()).isEqualTo(PhaseCurrents.ofEach(amps(20)));
    }

    @Test
    void whatACarCannotExplainIsBaseLoad() {
        BaseLoad load = BaseLoad.first(metered(20, 0), exactly(0), Voltage.NOMINAL);
        assertThat(after(load, 60, between(0, 32), 2).currents()).isEqualTo(PhaseCurrents.ofEach(amps(28)));
    }
}
