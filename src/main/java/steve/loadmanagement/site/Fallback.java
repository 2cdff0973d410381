/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import java.time.Duration;
import steve.loadmanagement.unit.Current;

/** What an EVSE does when it hears nothing from us: its default profile. Currents are per phase. */
public sealed interface Fallback {

    /** What the default profile allows from the moment it is set. */
    Current atFirst();

    /** What it allows in the end: every limit must bear the sum of these. */
    Current inTheEnd();

    School school();

    /** The ways to be safe with a station that hears nothing. */
    enum School {
        BLOCK,
        FALLBACK,
        BLOCK_THEN_FALLBACK
    }

    /** The default after which a blocked EVSE is let go. */
    Duration USUAL_SILENCE = Duration.ofHours(4);

    /** A fallback of that school; without a current it blocks. */
    static Fallback of(School school, Current current, Duration after) {
        if (current.isZero()) {
            return new Block();
        }
        return switch (school) {
            case BLOCK -> new Block();
            case FALLBACK -> new Reserve(current);
            case BLOCK_THEN_FALLBACK -> new BlockThenReserve(current, after);
        };
    }

    /** How long after the last refresh it allows what it allows in the end. */
    Duration after();

    /** With a current of its own: zero blocks, and where the others are blocked it is reserved. */
    default Fallback with(Current current) {
        return of(school() == School.BLOCK ? School.FALLBACK : school(), current, after());
    }

    /** No charging without us. Nothing is reserved for an idle EVSE. */
    record Block() implements Fallback {
        @Override
        public Current atFirst() {
            return Current.ZERO;
        }

        @Override
        public Current inTheEnd() {
            return Current.ZERO;
        }

        @Override
        public Duration after() {
            return Duration.ZERO;
        }

        @Override
        public School school() {
            return School.BLOCK;
        }
    }

    /** Charging goes on with this much, which is reserved at all times, for idle EVSEs too. */
    record Reserve(Current current) implements Fallback {
        public Reserve {
            mustBePositive(current);
        }

        @Override
        public Current atFirst() {
            return current;
        }

        @Override
        public Current inTheEnd() {
            return current;
        }

        @Override
        public Duration after() {
            return Duration.ZERO;
        }

        @Override
        public School school() {
            return School.FALLBACK;
        }
    }

    /**
     * No charging while we refresh the default profile; with this much when we have been silent for so long. Reserved only
     * where the refresh fails.
     */
    record BlockThenReserve(Current current, Duration after) implements Fallback {
        public BlockThenReserve {
            mustBePositive(current);
            if (!after.isPositive()) {
                throw new IllegalArgumentException("a fallback comes after some time; at once, reserve it");
            }
        }

        @Override
        public Current atFirst() {
            return Current.ZERO;
        }

        @Override
        public Current inTheEnd() {
            return current;
        }

        @Override
        public School school() {
            return School.BLOCK_THEN_FALLBACK;
        }
    }

    private static void mustBePositive(Current current) {
        if (current.milliamps() <= 0) {
            throw new IllegalArgumentException("a fallback is above 0 A; below it, block");
        }
    }
}
