/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

/** What can be strange about a meter that answers. */
public enum Oddity {
    /** It shows less than the EVSEs below it draw. */
    NEGATIVE_RESIDUAL("shows less than the EVSEs below it draw, and nothing is said to feed in"),
    /** It shows the same for long, while what the EVSEs draw changed. */
    FROZEN("shows the same all the time, while what the EVSEs below it draw has changed"),
    /** Its phases are those of the EVSEs in another order. */
    SWAPPED_PHASES("fits the EVSEs below it only with its phases in another order"),
    /** It counts import negative. */
    SIGN("shows export while the EVSEs below it draw: is its sign inverted?"),
    /** It leapt by more than the strand bears. */
    JUMP("leapt by more than the strand bears from one reading to the next");

    private final String words;

    Oddity(String words) {
        this.words = words;
    }

    /** What an operator reads after the meter's name. */
    public String words() {
        return words;
    }

    /** Whether its readings are as good as none. A leap counts: upwards at once, downwards late. */
    boolean isDistrusted() {
        return this != JUMP;
    }
}
