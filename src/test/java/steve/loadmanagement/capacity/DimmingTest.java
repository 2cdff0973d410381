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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.capacity.GridSignal.Channel;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** What the grid operator's channels say together. */
class DimmingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final Dimming.Devices THREE = new Dimming.Devices(3, Power.ofKilowatts(66));
    private static final GridRules RULES =
            new GridRules(Duration.ofMinutes(5), Power.ofKilowatts(8), Duration.ofHours(2), Duration.ofMinutes(10));

    private static GridSignal signal(Channel channel, boolean isDimmed, @Nullable Power limit, int secondsAgo) {
        Instant at = NOW.minusSeconds(secondsAgo);
        return new GridSignal(new StrandId(1), channel, isDimmed, limit, at, at);
    }

    private static Dimming of(GridSignal... signals) {
        return Dimming.of(List.of(signals), RULES, THREE, NOW);
    }

    @Test
    void threeDevicesKeepTenAndAHalfKilowatts() {
        assertThat(of(signal(Channel.REST, true, null, 10)))
                .isEqualTo(new Dimming(Power.ofWatts(10_500), true, false, false));
    }

    @Test
    void aLimitThatIsNamedHolds() {
        assertThat(of(signal(Channel.REST, true, Power.ofKilowatts(20), 10)).limit())
                .isEqualTo(Power.ofKilowatts(20));
    }

    @Test
    void channelsThatContradictAreDimmedAndNamed() {
        assertThat(of(signal(Channel.REST, true, null, 20), signal(Channel.CONTROL_BOX, false, null, 10)))
                .isEqualTo(new Dimming(Power.ofWatts(10_500), true, true, false));
    }

    @Test
    void theLowerOfTwoLimitsHolds() {
        assertThat(of(signal(Channel.REST, true, Power.ofKilowatts(20), 20), signal(Channel.HAND, true, null, 10))
                        .limit())
                .isEqualTo(Power.ofWatts(10_500));
    }

    @Test
    void comesUpInALineAfterTheRelease() {
        assertThat(of(signal(Channel.HAND, false, null, 300)).limit()).isEqualTo(Power.ofWatts(38_250));
        assertThat(of(signal(Channel.HAND, false, null, 600)).limit()).isNull();
    }

    @Test
    void aChannelThatFellSilentHoldsItsFailSafeLimitForAWhile() {
        assertThat(of(signal(Channel.REST, false, null, 301)))
                .isEqualTo(new Dimming(Power.ofKilowatts(8), true, false, true));
        assertThat(of(signal(Channel.REST, false, null, 300 + 7200))).isEqualTo(Dimming.NONE);
    }

    @Test
    void aHandIsNotExpectedToSpeakAgain() {
        assertThat(of(signal(Channel.HAND, false, null, 3600))).isEqualTo(Dimming.NONE);
    }

    @Test
    void whoWasNeverDimmedIsNotHeldBack() {
        assertThat(of()).isEqualTo(Dimming.NONE);
    }
}
