/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;

/**
 * How much a vehicle takes by itself, learned from what it was granted and what it took.
 *
 * <pre>
 *   most     = the most it took in a window of {@link Rules#window()}
 *   ceiling  = most + margin          if that is at least {@link Rules#worthwhile()} below what it could have had,
 *                                     and it does not climb any more at the window's end
 *   no more ceiling                   as soon as it comes within {@link Rules#close()} of it,
 *                                     and every {@link Rules#retry()} to try again
 *   asleep   = it took {@link Rules#close()} or less, which charges nothing, until it is tried with its minimum,
 *                                     every {@link Rules#wakeUp()}
 * </pre>
 *
 * The window is longer than the pauses that vehicles make by themselves (10-60 s), so one of these costs nothing. A car that
 * wakes draws up to its ceiling at once, which lifts it at once. Each cut lowers the ceiling by {@code worthwhile} at least
 * and takes a window, so one session has at most rating / worthwhile cuts for each time its ceiling is lifted.
 *
 * @param ceiling most that it seems to take; null: nothing learned, or it takes all that it is given
 * @param most the most it took since {@code since}
 * @param since when the window began; null: it has not been granted anything
 * @param ceilingSince when the ceiling was last set or tried; null: there is none
 * @param isTried whether it took nothing, and is tried with its minimum now
 */
public record Appetite(
        @Nullable Current ceiling,
        Current most,
        @Nullable Instant since,
        @Nullable Instant ceilingSince,
        boolean isTried) {

    public static final Appetite UNKNOWN = new Appetite(null, Current.ZERO, null, null, false);

    /**
     * When a ceiling is set and lifted.
     *
     * @param window looked at before anything is taken away
     * @param margin left to the vehicle above what it took
     * @param worthwhile a smaller cut is not worth a message
     * @param close so near to its ceiling, it wants more
     * @param retry a ceiling is lifted after so long, to try again
     * @param wakeUp a vehicle that took nothing is tried again after so long
     */
    public record Rules(
            Duration window, Current margin, Current worthwhile, Current close, Duration retry, Duration wakeUp) {

        public static final Rules DEFAULT = new Rules(
                Duration.ofSeconds(75),
                Current.ofAmps(2),
                Current.ofAmps(2),
                Current.ofAmps(1),
                Duration.ofMinutes(30),
                Duration.ofHours(2));
    }

    /**
     * What is known after one more reading.
     *
     * @param taken what it drew on its heaviest conductor
     * @param granted what it was allowed meanwhile; zero says nothing about the vehicle
     * @param at when; readings come in order
     */
    public Appetite after(Current taken, Current granted, Instant at, Rules rules) {
        if (takesNothing(rules) && !isTried && isDue(at, rules.wakeUp())) {
            return new Appetite(ceiling, Current.ZERO, null, at, true);
        }
        if (granted.isZero()) {
            return new Appetite(ceiling, Current.ZERO, null, ceilingSince, isTried);
        }
        if (ceiling != null && (isClose(taken, rules) || !takesNothing(rules) && isDue(at, rules.retry()))) {
            return new Appetite(null, taken, at, null, false);
        }
        Instant start = since == null ? at : since;
        if (isClimbing(taken, rules) && !at.isBefore(start.plus(rules.window()))) {
            return new Appetite(ceiling, taken, at, ceilingSince, isTried);
        }
        Current highest = most.max(taken);
        if (at.isBefore(start.plus(rules.window()))) {
            return new Appetite(ceiling, highest, start, ceilingSince, isTried);
        }
        Current allowed = ceiling == null ? granted : ceiling.min(granted);
        Current lower = highest.plus(rules.margin());
        boolean isWorthwhile = !lower.plus(rules.worthwhile()).isMoreThan(allowed);
        return isWorthwhile
                ? new Appetite(lower, taken, at, at, false)
                : new Appetite(ceiling, taken, at, ceilingSince, false);
    }

    private boolean takesNothing(Rules rules) {
        return ceiling != null && !ceiling.isMoreThan(rules.margin().plus(rules.close()));
    }

    /** Whether it took nothing that would charge a battery: it is full, or waits for something. Others may have its place until it is tried. */
    public boolean isAsleep(Rules rules) {
        return takesNothing(rules) && !isTried;
    }

    private boolean isClose(Current taken, Rules rules) {
        return ceiling != null && !ceiling.isMoreThan(taken.plus(rules.close()));
    }

    /** Whether it still takes more than ever in this window: what it will end at is not known yet. */
    private boolean isClimbing(Current taken, Rules rules) {
        return taken.isMoreThan(most.plus(rules.close()));
    }

    private boolean isDue(Instant at, Duration after) {
        return ceilingSince != null && !at.isBefore(ceilingSince.plus(after));
    }
}
