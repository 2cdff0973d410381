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
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * How much is kept free because the base load can rise before we have reacted. It learns from the past: on each phase the
 * largest rise within one reaction time (seen in windows, so up to two of them), fading by half in a day,
 *
 * <pre>
 * reserve := max(rise within the reaction time, reserve * 2^(-elapsed / half-life)), at most its bound
 * </pre>
 *
 * @param reserve kept free on each phase
 * @param reaction the reaction time that it was learned for last
 * @param lowest the base load at the begin of the reaction time that runs; null: not seen yet
 * @param lowestAt when that was
 * @param fadedAt up to when it has faded
 */
public record RiseReserve(
        PhaseCurrents reserve,
        Duration reaction,
        @Nullable PhaseCurrents lowest,
        @Nullable Instant lowestAt,
        @Nullable Instant fadedAt) {

    public static final RiseReserve NONE = new RiseReserve(PhaseCurrents.ZERO, Duration.ZERO, null, null, null);

    private static final double HALF_LIFE_S = Duration.ofDays(1).toSeconds();

    /** Fading is reckoned in steps, for whole milliamperes would never fade by parts of one. */
    private static final Duration FADE_STEP = Duration.ofMinutes(15);

    /**
     * @param newReaction from a reading to the cars' having followed
     * @param most the bound of the reserve on each phase
     */
    public RiseReserve after(PhaseCurrents baseLoad, Instant at, Duration newReaction, Current most) {
        boolean isNewWindow = lowest == null
                || lowestAt == null
                || !lowestAt.plus(newReaction).isAfter(at);
        boolean isForgotten =
                lowestAt == null || lowestAt.plus(newReaction.multipliedBy(2)).isBefore(at);
        PhaseCurrents from = lowest == null || isForgotten ? baseLoad : lowest;
        PhaseCurrents rise = baseLoad.minus(from).max(PhaseCurrents.ZERO);
        Instant since = fadedAt == null ? at : fadedAt;
        boolean isToFade = !since.plus(FADE_STEP).isAfter(at);
        PhaseCurrents left = isToFade ? faded(Duration.between(since, at)) : reserve;
        PhaseCurrents learned = left.max(rise).min(PhaseCurrents.ofEach(most));
        return new RiseReserve(
                learned,
                newReaction,
                isNewWindow ? baseLoad : from.min(baseLoad),
                isNewWindow ? at : lowestAt,
                isToFade ? at : since);
    }

    private PhaseCurrents faded(Duration elapsed) {
        double factor = Math.pow(2, -elapsed.toSeconds() / HALF_LIFE_S);
        return new PhaseCurrents(faded(reserve.l1(), factor), faded(reserve.l2(), factor), faded(reserve.l3(), factor));
    }

    private static Current faded(Current current, double factor) {
        return Current.ofMilliamps((int) (current.milliamps() * factor));
    }
}
