/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Energy;

/** Which EVSEs of a site want to charge, and how much they can use. */
public final class Demands {

    /** Everybody is of the tier after the priorities. */
    private static final int COMMON_TIER = 1;

    private Demands() {}

    /** One for each EVSE with a session that is believed to run and that we can reach. */
    public static List<Demand> of(Site site, Facts facts) {
        return site.evses().stream()
                .filter(evse -> evse.controllable()
                        && site.modeOf(evse) != Mode.OFF
                        && facts.ofStation(evse.ref().chargeBoxId()).connected()
                        && charges(facts.of(evse.ref()).session()))
                .map(evse -> of(evse, facts.of(evse.ref())))
                .toList();
    }

    private static boolean charges(@Nullable Session session) {
        return session != null && session.isBelieved();
    }

    private static Demand of(Evse evse, EvseFacts facts) {
        @Nullable Session session = facts.session();
        return new Demand(
                evse.ref(),
                evse.minimum(),
                evse.rating(),
                Demand.Cause.RATING,
                null,
                COMMON_TIER,
                evse.weight(),
                Energy.ZERO,
                session == null ? null : session.startedAt(),
                false);
    }
}
