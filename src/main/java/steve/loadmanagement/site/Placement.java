/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Wiring;

/**
 * Where and how an EVSE hangs, as an operator entered it. Currents are per phase.
 *
 * @param ownFallback its own fallback, or null: that of its strand
 */
public record Placement(
        EvseRef ref,
        StrandId strand,
        Wiring wiring,
        Current rating,
        Current minimum,
        Current step,
        @Nullable Current ownFallback,
        int weight,
        boolean controllable,
        boolean neverPause) {

    /** The same, wired in that way. */
    public Placement with(Wiring newWiring) {
        return new Placement(
                ref, strand, newWiring, rating, minimum, step, ownFallback, weight, controllable, neverPause);
    }

    /** The EVSE on its strand. */
    public Evse on(Strand itsStrand) {
        Fallback common = itsStrand.fallback();
        Fallback fallback = ownFallback == null ? common : common.with(ownFallback);
        return new Evse(
                ref,
                strand,
                wiring,
                rating,
                minimum,
                step,
                fallback,
                weight,
                controllable,
                neverPause,
                StationTraits.STANDARD);
    }
}
