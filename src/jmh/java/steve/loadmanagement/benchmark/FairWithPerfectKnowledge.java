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
 * The energy that a day's sessions get under a target for each quarter hour from linear programs that know the other
 * consumers in advance, and share as we do: in each quarter hour the smallest mean power is made as large as it can be, then
 * the next. Nothing is too small to charge with for them, and nobody is ever paused. What comes later they do not know.
 */
final class FairWithPerfectKnowledge {

    private static final int QUARTER_S = 900;
    private static final int QUARTERS = 96;
    private static final int MINUTES = 15;
    private static final double ENOUGH = 1e-6;

    private final List<Session> sessions;
    private final double[] wanted;

    private FairWithPerfectKnowledge(List<Session> sessions) {
        this.sessions = sessions;
        this.wanted = sessions.stream().mapToDouble(Session::wantedWh).toArray();
    }

    /** Wh. */
    static double deliver(double[] base, List<Session> sessions, double target) {
        FairWithPerfectKnowledge day = new FairWithPerfectKnowledge(sessions);
        double delivered = 0;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            double others = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                others += base[quarter * MINUTES + minute] / 60;
            }
            delivered += day.quarter(quarter, Math.max(0, target / 4 - others));
        }
        return delivered;
    }

    /** A session in a quarter hour: hours that it is there, the most Wh that it can take. */
    private record Share(int session, double hours, double mostWh) {}

    private double quarter(int quarter, double budget) {
        List<Share> open = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            int from = Math.max(sessions.get(i).from(), quarter * QUARTER_S);
            int until = Math.min(sessions.get(i).until(), (quarter + 1) * QUARTER_S);
            double hours = Math.max(0, until - from) / 3600.0;
            double most = Math.min(wanted[i], sessions.get(i).mostW() * hours);
            if (most > ENOUGH) {
                open.add(new Share(i, hours, most));
            }
        }
        double left = budget;
        while (!open.isEmpty() && left > ENOUGH) {
            double level = level(open, left);
            List<Share> full = open.stream()
                    .filter(share -> level * share.hours() >= share.mostWh() - ENOUGH)
                    .toList();
            List<Share> done = full.isEmpty() ? List.copyOf(open) : full;
            for (Share share : done) {
                double gets = Math.min(share.mostWh(), level * share.hours());
                wanted[share.session()] -= gets;
                left -= gets;
            }
            open.removeAll(done);
        }
        return budget - Math.max(0, left);
    }

    /** The largest mean power that all of them can have, W. */
    private static double level(List<Share> open, double left) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable level = model.newVariable("level").lower(0).weight(1);
        Expression all = model.newExpression("all").upper(left);
        for (Share share : open) {
            Variable energy =
                    model.newVariable("energy " + share.session()).lower(0).upper(share.mostWh());
            all.set(energy, 1);
            model.newExpression("at least " + share.session())
                    .lower(0)
                    .set(energy, 1)
                    .set(level, -share.hours());
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("the program has no solution: " + result.getState());
        }
        return result.getValue();
    }
}
