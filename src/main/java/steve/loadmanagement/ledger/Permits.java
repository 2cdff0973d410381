/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.site.EvseRef;

/**
 * Which setpoints of a plan may be sent now.
 *
 * <ol>
 *   <li>{@link Defaults}: every controllable EVSE of an active strand has a default profile; without one, it is sent.
 *   <li>{@link Insistence}: an EVSE that does not follow is told again, by stronger and stronger means.
 *   <li>{@link Cuts}: whoever is to get less than it was told is told at once.
 *   <li>{@link Raises}: what is free, the capacity less the worst case of everybody who is not raised, is shared over those
 *       who are to get more, by the same allocation that made the plan; rationed.
 *   <li>{@link Refreshes}: grants that would soon fall back by themselves are sent again.
 * </ol>
 */
public final class Permits {

    private Permits() {}

    /**
     * The setpoints of {@code plan} that may be sent now.
     *
     * @param asIfTaken the plan if everybody took its cuts: what those are asked on who have not
     * @param snapshot what the plan was made from, with the strands' whole capacities
     */
    public static Permit of(
            Plan plan, Plan asIfTaken, Snapshot snapshot, Facts facts, Ledger ledger, Allocator allocator) {
        Round round = new Round(plan, asIfTaken, snapshot, facts, ledger);
        List<Setpoint> setpoints = new ArrayList<>();
        setpoints.addAll(Defaults.due(round));
        setpoints.addAll(Insistence.due(round));
        setpoints.addAll(Cuts.due(round));
        setpoints.addAll(Raises.permitted(round, allocator));
        setpoints.addAll(Refreshes.due(round, granted(setpoints)));
        return new Permit(setpoints);
    }

    private static Set<EvseRef> granted(List<Setpoint> setpoints) {
        Set<EvseRef> granted = new HashSet<>();
        for (Setpoint setpoint : setpoints) {
            if (setpoint instanceof Setpoint.Grant) {
                granted.add(setpoint.evse());
            }
        }
        return granted;
    }
}
