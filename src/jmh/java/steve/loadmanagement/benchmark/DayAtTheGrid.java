/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.benchmark.YearAtTheGrid.Session;
import steve.loadmanagement.capacity.BaseLoad;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.capacity.Circumstances;
import steve.loadmanagement.capacity.LoadRange;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeteredLoad;
import steve.loadmanagement.capacity.MeteredStrand;
import steve.loadmanagement.capacity.QuarterHour;
import steve.loadmanagement.capacity.QuarterHours;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;
import support.Sites;

/**
 * A day in steps of half a minute: the meter is read, the base load estimated, what the quarter hour allows is shared; each car
 * follows with the next step.
 */
record DayAtTheGrid(int quarterHours, int missed, int missedByOthers, double deliveredWh, double wantedWh) {

    private static final int STEP_S = 30;
    private static final int DAY_S = 24 * 3600;
    private static final double SHARE_OF_AN_HOUR = STEP_S / 3600.0;
    private static final double TOLERANCE = 1.0005;
    private static final Limit WIDE = new Limit(null, Power.ofKilowatts(1000), LimitSource.RATING);

    /** The state of a running day. */
    private static final class Running {
        private final List<Session> sessions;
        private final double[] taken;
        private final double[] drawn;
        private final Site site;
        private double deliveredWh;

        Running(List<Session> sessions) {
            this.sessions = sessions;
            this.taken = new double[sessions.size()];
            this.drawn = new double[sessions.size()];
            List<Evse> evses = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                evses.add(Sites.evse("E" + i, 1, steve.loadmanagement.unit.Wiring.L1L2L3, 16));
            }
            Strand root = Sites.strand(1, null, WIDE);
            this.site = Site.of(List.of(root), evses);
        }

        boolean charges(int i, int second) {
            Session session = sessions.get(i);
            return second >= session.from() && second < session.until() && taken[i] < session.wantedWh() - 1e-6;
        }

        boolean anybodyCharges(int second) {
            for (int i = 0; i < drawn.length; i++) {
                if (charges(i, second)) {
                    return true;
                }
            }
            return false;
        }

        double draws() {
            double sum = 0;
            for (double watts : drawn) {
                sum += watts;
            }
            return sum;
        }

        void pass(int second) {
            for (int i = 0; i < drawn.length; i++) {
                if (!charges(i, second)) {
                    drawn[i] = 0;
                }
                double wattHours =
                        Math.min(drawn[i] * SHARE_OF_AN_HOUR, sessions.get(i).wantedWh() - taken[i]);
                taken[i] += wattHours;
                deliveredWh += wattHours;
            }
        }

        void follow(Plan plan, int second) {
            for (int i = 0; i < drawn.length; i++) {
                @Nullable Allocation share = plan.of(Sites.evse("E" + i));
                drawn[i] = share == null || !charges(i, second)
                        ? 0
                        : share.current().milliamps() * 0.69;
            }
        }

        List<Demand> demands(int second) {
            List<Demand> demands = new ArrayList<>();
            for (int i = 0; i < drawn.length; i++) {
                if (charges(i, second)) {
                    demands.add(Sites.demand(site.layout().evse(site.layout().leafOf(Sites.evse("E" + i), i)), 3, 1));
                }
            }
            return demands;
        }
    }

    static DayAtTheGrid run(Instant begin, double[] base, List<Session> sessions, double target) {
        Running running = new Running(sessions);
        TreeAllocator allocator = new TreeAllocator();
        BaseLoad estimate = null;
        QuarterHour quarter = QuarterHour.at(begin, YearAtTheGrid.ZONE).with(Power.ofWatts((int) base[0]));
        int missed = 0;
        int missedByOthers = 0;
        int quarterHours = 0;
        double others = 0;
        for (int second = 0; second < DAY_S; second += STEP_S) {
            Instant now = begin.plusSeconds(second);
            double flows = base[second / 60] + running.draws();
            QuarterHours passed = QuarterHours.until(quarter, now, YearAtTheGrid.ZONE);
            for (QuarterHour ended : passed.ended()) {
                boolean isMissed = ended.mean().watts() > target * TOLERANCE;
                boolean isOthers = others / QuarterHour.LENGTH.toSeconds() > target;
                missedByOthers += isMissed && isOthers ? 1 : 0;
                missed += isMissed && !isOthers ? 1 : 0;
                quarterHours++;
                others = 0;
            }
            quarter = passed.running().with(Power.ofWatts((int) Math.ceil(flows)));
            others += base[second / 60] * STEP_S;
            PhaseCurrents metered = PhaseCurrents.ofEach(Current.ofMilliamps((int) (flows / 0.69)));
            PhaseCurrents controlled = PhaseCurrents.ofEach(Current.ofMilliamps((int) (running.draws() / 0.69)));
            MeterReading.Measured reading =
                    new MeterReading.Measured(new MeterId(1), metered, Power.ofWatts((int) Math.ceil(flows)), now);
            LoadRange range = LoadRange.exactly(controlled);
            estimate = estimate == null
                    ? BaseLoad.first(reading, range, Voltage.NOMINAL)
                    : estimate.after(reading, range, Voltage.NOMINAL, MeteredStrand.HOLD);
            running.pass(second);
            if (running.anybodyCharges(second)) {
                running.follow(allocator.allocate(snapshot(running, second, now, estimate, quarter, target)), second);
            }
        }
        double wanted = sessions.stream().mapToDouble(Session::wantedWh).sum();
        return new DayAtTheGrid(quarterHours, missed, missedByOthers, running.deliveredWh, wanted);
    }

    private static Snapshot snapshot(
            Running running, int second, Instant now, BaseLoad estimate, QuarterHour quarter, double target) {
        MeteredLoad load = new MeteredLoad.Measured(estimate.currents(), estimate.power(), PhaseCurrents.ZERO, false);
        Circumstances circumstances = new Circumstances(
                now,
                List.of(),
                Map.of(running.site.root().id(), load),
                Map.of(running.site.root().id(), quarter.allowed(Power.ofWatts((int) target))),
                Map.of());
        return new Snapshot(now, running.site, Capacities.of(running.site, circumstances), running.demands(second));
    }
}
