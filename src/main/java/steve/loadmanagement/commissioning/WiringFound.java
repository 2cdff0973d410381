/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.util.Arrays;
import java.util.List;
import steve.loadmanagement.commissioning.PhaseSearch.Found;
import steve.loadmanagement.commissioning.PhaseSearch.Moment;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Wiring;

/**
 * The wirings that agree with the phases that were found. A vehicle on one conductor leaves two of the six, one on two
 * conductors two as well, one on three says nothing. A person decides.
 *
 * @param moments how many were looked at
 * @param found the evidence, by conductor
 * @param candidates empty: nothing stands out
 */
public record WiringFound(int moments, List<Found> found, List<Wiring> candidates) {

    public WiringFound {
        found = List.copyOf(found);
        candidates = List.copyOf(candidates);
    }

    /** @param entered how the EVSE is said to be wired: only a wiring of as many conductors is proposed */
    public static WiringFound in(List<Moment> moments, Wiring entered) {
        List<Found> found = PhaseSearch.in(moments);
        boolean isTelling = found.stream().anyMatch(each -> isTelling(each));
        List<Wiring> candidates = Arrays.stream(Wiring.values())
                .filter(wiring -> wiring != Wiring.UNKNOWN
                        && wiring.conductorCount() == entered.conductorCount()
                        && found.stream().allMatch(each -> agrees(wiring, each)))
                .toList();
        return new WiringFound(moments.size(), found, isTelling ? candidates : List.of());
    }

    private static boolean isTelling(Found found) {
        int possible = found.possible().size();
        return possible > 0 && possible < Phase.values().length;
    }

    private static boolean agrees(Wiring wiring, Found found) {
        int conductor = found.conductor().ordinal();
        return !isTelling(found)
                || conductor < wiring.conductorCount()
                        && found.possible().contains(wiring.conductors().get(conductor));
    }
}
