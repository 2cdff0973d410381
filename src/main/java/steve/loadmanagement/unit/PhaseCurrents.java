/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.unit;

import java.util.function.BinaryOperator;

/** The currents on the three phases of the grid at one place. */
public record PhaseCurrents(Current l1, Current l2, Current l3) {

    public static final PhaseCurrents ZERO = ofEach(Current.ZERO);

    /** The same current on every phase. */
    public static PhaseCurrents ofEach(Current current) {
        return new PhaseCurrents(current, current, current);
    }

    public Current on(Phase phase) {
        return switch (phase) {
            case L1 -> l1;
            case L2 -> l2;
            case L3 -> l3;
        };
    }

    public PhaseCurrents with(Phase phase, Current current) {
        return switch (phase) {
            case L1 -> new PhaseCurrents(current, l2, l3);
            case L2 -> new PhaseCurrents(l1, current, l3);
            case L3 -> new PhaseCurrents(l1, l2, current);
        };
    }

    public PhaseCurrents plus(PhaseCurrents other) {
        return combine(other, Current::plus);
    }

    public PhaseCurrents minus(PhaseCurrents other) {
        return combine(other, Current::minus);
    }

    public PhaseCurrents min(PhaseCurrents other) {
        return combine(other, Current::min);
    }

    public PhaseCurrents max(PhaseCurrents other) {
        return combine(other, Current::max);
    }

    public Current heaviest() {
        return l1.max(l2).max(l3);
    }

    public Current lightest() {
        return l1.min(l2).min(l3);
    }

    /** Whether no phase carries more than the same phase of {@code bound}. */
    public boolean fitsIn(PhaseCurrents bound) {
        return !l1.isMoreThan(bound.l1) && !l2.isMoreThan(bound.l2) && !l3.isMoreThan(bound.l3);
    }

    private PhaseCurrents combine(PhaseCurrents other, BinaryOperator<Current> operator) {
        return new PhaseCurrents(
                operator.apply(l1, other.l1), operator.apply(l2, other.l2), operator.apply(l3, other.l3));
    }

    @Override
    public String toString() {
        return l1 + " / " + l2 + " / " + l3;
    }
}
