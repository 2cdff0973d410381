/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/**
 * Demands by what vehicles need: their own minimum, never a pause, and one short pulse for those that sleep: a vehicle that
 * took nothing for ten minutes is told 0 A for twenty seconds, once a session.
 */
public final class VehicleRules implements DemandRules {

    private static final Duration ASLEEP = Duration.ofMinutes(10);
    private static final Duration PULSE = Duration.ofSeconds(20);
    private static final Current NOTHING = Current.ofMilliamps(500);

    private final Supplier<List<VehicleNeed>> needs;
    private final Map<EvseRef, Sleep> sleeps = new HashMap<>();

    /** @param needs asked in each cycle: cheap */
    public VehicleRules(Supplier<List<VehicleNeed>> needs) {
        this.needs = needs;
    }

    private record Sleep(
            int transactionId, Instant since, @Nullable Instant pulsedAt) {}

    @Override
    public Demand apply(Demand demand, EvseFacts facts, Instant now) {
        Session session = facts.session();
        VehicleNeed need = session == null
                ? null
                : needs.get().stream()
                        .filter(each -> each.isOf(session))
                        .findFirst()
                        .orElse(null);
        if (session == null || need == null) {
            return demand;
        }
        Demand needed = need.of(demand);
        return need.wakePulse() && isPulsed(demand.evse(), session, facts.reading(), now) ? paused(needed) : needed;
    }

    private boolean isPulsed(EvseRef evse, Session session, @Nullable Reading reading, Instant now) {
        boolean isIdle = reading != null
                && reading.imported() != null
                && !reading.imported().heaviest().isMoreThan(NOTHING);
        Sleep known = sleeps.get(evse);
        boolean isKnown = known != null && known.transactionId() == session.transactionId();
        Instant pulsedAt = isKnown && known != null ? known.pulsedAt() : null;
        if (pulsedAt != null) {
            return now.isBefore(pulsedAt.plus(PULSE));
        }
        Instant since = isIdle ? isKnown && known != null ? known.since() : now : Instant.MAX;
        boolean isDue = isIdle && !since.plus(ASLEEP).isAfter(now);
        if (isIdle) {
            sleeps.put(evse, new Sleep(session.transactionId(), since, isDue ? now : null));
        } else {
            sleeps.remove(evse);
        }
        return isDue;
    }

    /** Bounded to nothing: it wants no current now. */
    static Demand paused(Demand demand) {
        return new Demand(
                demand.evse(),
                Current.ZERO,
                Current.ZERO,
                Demand.Cause.VEHICLE,
                demand.phasesUsed(),
                demand.tier(),
                demand.weight(),
                demand.served(),
                demand.chargingSince(),
                false);
    }
}
