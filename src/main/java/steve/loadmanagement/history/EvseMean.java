/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** The means of one EVSE in the making, while it has a session. */
final class EvseMean {

    private static final int MILLIS = 1000;

    private final PhaseSum measured = new PhaseSum();
    private boolean isMeasured;
    private long sessionMillis;
    private long waitingMillis;
    private long grantedMilliampMillis;
    private long curtailedWattMillis;

    void add(Evse evse, Means.Seen seen, long millis) {
        CycleReport report = seen.report();
        sessionMillis += millis;
        @Nullable PhaseCurrents draws = StrandFigures.measured(evse, report, seen.maximumReadingAge());
        if (draws != null) {
            measured.add(draws, millis);
            isMeasured = true;
        }
        Allocation allocation = report.plan().of(evse.ref());
        Current granted = allocation == null ? Current.ZERO : allocation.current();
        waitingMillis += granted.isZero() ? millis : 0;
        grantedMilliampMillis += granted.milliamps() * millis;
        curtailedWattMillis += curtailed(evse, seen, granted).watts() * millis;
    }

    private static Power curtailed(Evse evse, Means.Seen seen, Current granted) {
        @Nullable Demand demand = seen.demands().get(evse.ref());
        if (demand == null || !demand.ceiling().isMoreThan(granted)) {
            return Power.ZERO;
        }
        int phases = evse.wiring().counted(demand.phasesUsed());
        return seen.report()
                .snapshot()
                .site()
                .strand(evse.strand())
                .voltage()
                .power(demand.ceiling().minus(granted), phases);
    }

    EvseSample sample(EvseRef evse, Instant begins, long millis) {
        return new EvseSample(
                evse,
                begins,
                (int) (sessionMillis / MILLIS),
                Current.ofMilliamps((int) (grantedMilliampMillis / millis)),
                isMeasured ? measured.mean(millis) : null,
                (int) (waitingMillis / MILLIS),
                Power.ofWatts((int) (curtailedWattMillis / millis)));
    }
}
