/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/** Currents on the three phases as JSON; null: not known. */
record Milliamps(
        @JsonProperty("L1") @Nullable Integer l1,
        @JsonProperty("L2") @Nullable Integer l2,
        @JsonProperty("L3") @Nullable Integer l3) {

    static @Nullable Milliamps of(@Nullable PhaseCurrents currents) {
        return currents == null
                ? null
                : new Milliamps(
                        currents.l1().milliamps(),
                        currents.l2().milliamps(),
                        currents.l3().milliamps());
    }

    static @Nullable Milliamps of(@Nullable ConductorCurrents currents) {
        return currents == null ? null : new Milliamps(of(currents.l1()), of(currents.l2()), of(currents.l3()));
    }

    static @Nullable Integer of(@Nullable Current current) {
        return current == null ? null : (Integer) current.milliamps();
    }
}
