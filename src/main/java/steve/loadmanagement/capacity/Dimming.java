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
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Power;

/**
 * What the newest signals of all channels say together. Any channel that dims counts, whatever the others say: the lowest
 * limit holds. After the last one released, the limit goes up in a line:
 *
 * <pre>
 * limit = Pmin + (full - Pmin) * elapsed / release
 * </pre>
 *
 * @param limit of the grid draw of the devices; null: none
 * @param isDimmed a channel dims, or has failed
 * @param isContradictory one channel dims, and another one released after it
 * @param isFailSafe a channel has failed
 */
public record Dimming(@Nullable Power limit, boolean isDimmed, boolean isContradictory, boolean isFailSafe) {

    public static final Dimming NONE = new Dimming(null, false, false, false);

    /**
     * @param newest one for each channel that ever spoke
     * @param devices how many are controllable below the strand
     * @param full what they could draw together
     */
    public static Dimming of(Collection<GridSignal> newest, GridRules rules, Devices devices, Instant now) {
        Power limit = null;
        boolean isFailSafe = false;
        for (GridSignal signal : newest) {
            boolean hasFailed = hasFailed(signal, rules, now);
            isFailSafe |= hasFailed;
            if (signal.isDimmed()) {
                limit = lowest(limit, signal.limit() == null ? devices.minimum() : signal.limit());
            } else if (hasFailed) {
                limit = lowest(limit, rules.failSafe() == null ? devices.minimum() : rules.failSafe());
            }
        }
        if (limit != null) {
            return new Dimming(limit, true, isContradictory(newest), isFailSafe);
        }
        return new Dimming(ramp(newest, rules, devices, now), false, false, isFailSafe);
    }

    /** The controllable devices below a strand: how many, and what they could draw together. */
    public record Devices(int count, Power full) {

        Power minimum() {
            return SteerableDevices.minimum(count);
        }
    }

    private static boolean hasFailed(GridSignal signal, GridRules rules, Instant now) {
        Duration heartbeat = rules.heartbeat();
        if (heartbeat == null || signal.channel() == GridSignal.Channel.HAND) {
            return false;
        }
        Instant failedAt = signal.heardAt().plus(heartbeat);
        return failedAt.isBefore(now) && failedAt.plus(rules.failSafeFor()).isAfter(now);
    }

    private static boolean isContradictory(Collection<GridSignal> newest) {
        Instant dimmedAt = newest.stream()
                .filter(GridSignal::isDimmed)
                .map(GridSignal::since)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return newest.stream()
                .anyMatch(signal -> !signal.isDimmed() && signal.since().isAfter(dimmedAt));
    }

    private static @Nullable Power ramp(Collection<GridSignal> newest, GridRules rules, Devices devices, Instant now) {
        Instant releasedAt = newest.stream()
                .map(GridSignal::since)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        long elapsed = releasedAt.isBefore(now.minus(rules.release()))
                ? Long.MAX_VALUE
                : Duration.between(releasedAt, now).toMillis();
        long whole = rules.release().toMillis();
        if (elapsed >= whole) {
            return null;
        }
        long from = devices.minimum().watts();
        long more = Math.max(0, devices.full().watts() - from);
        return Power.ofWatts((int) (from + more * Math.max(0, elapsed) / whole));
    }

    private static Power lowest(@Nullable Power one, Power other) {
        return one == null || one.compareTo(other) > 0 ? other : one;
    }
}
