/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import steve.loadmanagement.benchmark.YearAtTheGrid.Session;

/**
 * The most energy that a day's sessions can get under a target for each quarter hour, by a linear program that knows the
 * other consumers of the whole day. Nothing is too small to charge with for it, and it owes nobody a fair share.
 */
final class PerfectKnowledge {

    private static final int QUARTER_S = 900;
    private static final int QUARTERS = 96;
    private static final int MINUTES = 15;

    private PerfectKnowledge() {}

    /** Wh. */
    static double deliver(double[] base, List<Session> sessions, double target) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Expression> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            double others = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                others += base[quarter * MINUTES + minute] / 60;
            }
            quarters.add(model.newExpression("quarter " + quarter).upper(Math.max(0, target / 4 - others)));
        }
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            Expression wanted = model.newExpression("session " + i).upper(session.wantedWh());
            for (int quarter = session.from() / QUARTER_S; quarter < QUARTERS; quarter++) {
                int from = Math.max(session.from(), quarter * QUARTER_S);
                int until = Math.min(session.until(), (quarter + 1) * QUARTER_S);
                if (until > from) {
                    Variable energy = model.newVariable(i + " in " + quarter)
                            .lower(0)
                            .upper(session.mostW() * (until - from) / 3600.0)
                            .weight(1);
                    wanted.set(energy, 1);
                    quarters.get(quarter).set(energy, 1);
                }
            }
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("the program has no solution: " + result.getState());
        }
        return result.getValue();
    }
}
