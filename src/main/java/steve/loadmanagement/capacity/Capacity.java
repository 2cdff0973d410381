/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/**
 * What a strand may share over the EVSEs below it. May be below zero where the base load exceeds the limit.
 *
 * @param currents on each phase; null: not limited in A
 * @param currentSource who set the limit in A that binds
 * @param power over all phases; null: not limited in W
 * @param powerSource who set the limit in W that binds
 * @param others other consumers, already off; null: nobody measures them
 */
public record Capacity(
        @Nullable PhaseCurrents currents,
        LimitSource currentSource,
        @Nullable Power power,
        LimitSource powerSource,
        @Nullable Others others) {

    /** What other consumers take, with the reserve that is kept free beside them. Below zero where more is generated. */
    public record Others(PhaseCurrents currents, Power power) {}

    /** Where nobody measures other consumers. */
    public Capacity(
            @Nullable PhaseCurrents currents,
            LimitSource currentSource,
            @Nullable Power power,
            LimitSource powerSource) {
        this(currents, currentSource, power, powerSource, null);
    }

    /** What other consumers take on each phase, with the reserve; null: nobody measures them. */
    public @Nullable PhaseCurrents baseLoad() {
        return others == null ? null : others.currents();
    }

    /** What other consumers take over all phases, with the reserve; null: nobody measures them. */
    public @Nullable Power basePower() {
        return others == null ? null : others.power();
    }

    /** Whether no phase carries more than it may, nor all together. */
    public boolean bears(PhaseCurrents load, Voltage voltage) {
        return (currents == null || load.fitsIn(currents))
                && (power == null || voltage.power(load).compareTo(power) <= 0);
    }
}
