/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/**
 * The grid operator dims the controllable devices below a strand, or releases them.
 *
 * @param channel on which way it came
 * @param isDimmed false: released
 * @param limit what is left of grid draw; null: the minimum by {@link SteerableDevices}
 * @param since when that began on this channel
 * @param heardAt when the channel last said so
 */
public record GridSignal(
        StrandId strand,
        Channel channel,
        boolean isDimmed,
        @Nullable Power limit,
        Instant since,
        Instant heardAt) {

    private static final Duration LONG_AGO = Duration.ofDays(1);

    /** The ways a signal comes. */
    public enum Channel {
        HAND,
        REST,
        MQTT,
        CONTROL_BOX
    }

    /** The same said again. */
    public GridSignal heardAgain(Instant at) {
        return new GridSignal(strand, channel, isDimmed, limit, since, at);
    }

    /** The same, begun at another time. */
    public GridSignal begunAt(Instant at) {
        return new GridSignal(strand, channel, isDimmed, limit, at, heardAt);
    }

    /**
     * This one as the newest of its channel: what says the same as before goes on from when that began. A channel that
     * begins with a release was never dimmed: nothing is to come up slowly.
     *
     * @param before of the same channel; null: it never spoke
     */
    public GridSignal after(@Nullable GridSignal before) {
        if (before == null) {
            return isDimmed ? this : begunAt(since.minus(LONG_AGO));
        }
        return before.saysTheSameAs(this) ? before.heardAgain(heardAt) : this;
    }

    /** Whether it says the same as that one. */
    public boolean saysTheSameAs(GridSignal other) {
        return isDimmed == other.isDimmed && java.util.Objects.equals(limit, other.limit);
    }
}
