/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.fact.Observation.MeterRead;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/** Stations that send the energy register, and sometimes nothing else. */
class RegisterAloneTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final EvseRef EVSE = new EvseRef("CP1", 1);

    private final Observations observations = new Observations();

    private void read(@Nullable ConductorCurrents currents, long wattHours, long at) {
        Instant measuredAt = NOON.plusSeconds(at);
        observations.add(new MeterRead(
                EVSE, null, new Reading(currents, null, Energy.ofWattHours(wattHours), null, measuredAt, measuredAt)));
    }

    private @Nullable Reading reading() {
        return observations.at(NOON.plusSeconds(300)).of(EVSE).reading();
    }

    private @Nullable Power power() {
        Reading reading = reading();
        return reading == null ? null : reading.power();
    }

    @Test
    void showsTheMeanPowerSinceTheOneBefore() {
        read(null, 1000, 0);
        assertThat(power()).isNull();
        read(null, 1120, 60);
        assertThat(power()).isEqualTo(Power.ofWatts(7200));
    }

    @Test
    void showsNoPowerWhereItWentBack() {
        read(null, 1000, 0);
        read(null, 0, 60);
        assertThat(power()).isNull();
    }

    @Test
    void doesNotTakeThePlaceOfCurrents() {
        read(new ConductorCurrents(amps(16), null, null), 1000, 0);
        read(null, 1100, 30);
        Reading reading = reading();
        assertThat(reading == null ? null : reading.measuredAt()).isEqualTo(NOON);
    }
}
