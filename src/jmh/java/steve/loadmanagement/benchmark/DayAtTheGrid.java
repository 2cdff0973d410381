/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.time.Duration;
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
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.capacity.Circumstances;
import steve.loadmanagement.capacity.HighestByDay;
import steve.loadmanagement.capacity.LoadRange;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.MeteredStrand;
import steve.loadmanagement.capacity.Outlook;
import steve.loadmanagement.capacity.QuarterHour;
import steve.loadmanagement.capacity.QuarterHours;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import support.Sites;

/**
 * A day in steps of ten seconds: the meter is read, the base load estimated, what the quarter hour allows is shared; each car
 * follows with the next step.
 *
 * @param missed quarter hours above the target that would not have been without charging
 * @param missedByOthers those that would have been
 * @param pauses how often a car that could have gone on got nothing any more
 */
record DayAtTheGrid(int quarterHours, int missed, int missedByOthers, int pauses, double deliveredWh, double wantedWh) {

    private static final int STEP_S = 10;
    private static final int DAY_S = 24 * 3600;
    private static final double SHARE_OF_AN_HOUR = STEP_S / 3600.0;
    private static final double TOLERANCE = 1.0005;
    private static final double WATTS_PER_MILLIAMPERE = 0.69;
    private static final MeterSettings METER = new MeterSettings(
            new MeterId(1),
            new StrandId(1),
            "Grid meter",
            new MeterSource.HttpPush(),
            Spread.BALANCED,
            Duration.ofMinutes(1),
            new StaleRule.StopCharging(),
            false,
            0);
    private static final Limit WIDE = new Limit(null, Power.ofKilowatts(1000), LimitSource.RATING);

    /** The state of a running day. */
    private static final class Running {
        private final List<Session> sessions;
        private final double[] taken;
        private final double[] drawn;
        private final Site site;
        private double deliveredWh;
        private int pauses;

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
                double before = drawn[i];
                drawn[i] = share == null || !charges(i, second)
                        ? 0
                        : share.current().milliamps() * WATTS_PER_MILLIAMPERE;
                pauses += before > 0 && drawn[i] == 0 && charges(i, second) ? 1 : 0;
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
        MeteredStrand metered = MeteredStrand.of(running.site.root(), List.of(METER), HighestByDay.NOTHING);
        QuarterHour quarter = QuarterHour.at(begin, YearAtTheGrid.ZONE).with(Power.ofWatts((int) base[0]));
        int missed = 0;
        int missedByOthers = 0;
        int quarterHours = 0;
        double others = 0;
        for (int second = 0; second < DAY_S; second += STEP_S) {
            Instant now = begin.plusSeconds(second);
            running.pass(second);
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
            metered = metered.after(reading(flows, now), LoadRange.exactly(each(running.draws())));
            if (running.anybodyCharges(second)) {
                running.follow(allocator.allocate(snapshot(running, second, now, metered, quarter, target)), second);
            }
        }
        double wanted = sessions.stream().mapToDouble(Session::wantedWh).sum();
        return new DayAtTheGrid(quarterHours, missed, missedByOthers, running.pauses, running.deliveredWh, wanted);
    }

    private static PhaseCurrents each(double watts) {
        return PhaseCurrents.ofEach(Current.ofMilliamps((int) (watts / WATTS_PER_MILLIAMPERE)));
    }

    private static MeterReading.Measured reading(double watts, Instant at) {
        return new MeterReading.Measured(METER.id(), each(watts), Power.ofWatts((int) Math.ceil(watts)), at);
    }

    private static Snapshot snapshot(
            Running running, int second, Instant now, MeteredStrand metered, QuarterHour quarter, double target) {
        StrandId root = running.site.root().id();
        Outlook others = metered.outlook(now);
        Power allowed = others == null ? Power.ZERO : quarter.allowed(Power.ofWatts((int) target), others);
        Circumstances circumstances =
                new Circumstances(now, List.of(), Map.of(root, metered.load(now)), Map.of(root, allowed), Map.of());
        return new Snapshot(now, running.site, Capacities.of(running.site, circumstances), running.demands(second));
    }
}
