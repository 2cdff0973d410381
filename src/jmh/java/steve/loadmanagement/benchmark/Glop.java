/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import static java.util.Objects.requireNonNull;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.HashMap;
import java.util.Map;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/** The same car park as one linear program for GLOP: currents from zero to their ceilings, limits of strands, largest sum. */
final class Glop {

    static {
        Loader.loadNativeLibraries();
    }

    private Glop() {}

    static double total(Snapshot snapshot) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        Map<StrandId, MPConstraint[]> limits = new HashMap<>();
        for (Strand strand : snapshot.site().strands()) {
            PhaseCurrents capacity = requireNonNull(
                    requireNonNull(snapshot.capacities().get(strand.id())).currents());
            MPConstraint[] phases = new MPConstraint[Phase.values().length];
            for (Phase phase : Phase.values()) {
                phases[phase.ordinal()] =
                        solver.makeConstraint(0, capacity.on(phase).milliamps());
            }
            limits.put(strand.id(), phases);
        }
        MPObjective sum = solver.objective();
        for (Demand demand : snapshot.demands()) {
            Evse evse = requireNonNull(snapshot.site().evse(demand.evse()));
            int phases = requireNonNull(demand.phasesUsed());
            MPVariable current = solver.makeNumVar(0, demand.ceiling().milliamps(), "");
            sum.setCoefficient(current, phases);
            for (Strand strand : snapshot.site().wayToRoot(evse.strand())) {
                for (Phase phase : evse.wiring().loads(phases)) {
                    requireNonNull(limits.get(strand.id()))[phase.ordinal()].setCoefficient(current, 1);
                }
            }
        }
        sum.setMaximization();
        solver.solve();
        double total = sum.value();
        solver.delete();
        return total;
    }
}
