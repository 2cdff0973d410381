/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/** Which EVSEs of a site want to charge, and how much they can use. */
public final class Demands {

    /** A vehicle that takes nothing comes after all that do, whatever their priorities. */
    private static final int ASLEEP = 1_000;

    private final Site site;
    private final Facts facts;
    private final Known known;

    private Demands(Site site, Facts facts, Known known) {
        this.site = site;
        this.facts = facts;
        this.known = known;
    }

    /**
     * What is known beyond the facts of the moment.
     *
     * @param priorities who comes first
     * @param turns since when each EVSE has had its turn
     * @param usages what the running sessions have done so far
     * @param phasesUsed how many conductors their vehicles use
     */
    public record Known(
            List<Priority> priorities, Map<EvseRef, Instant> turns, Map<EvseRef, Usage> usages, PhasesUsed phasesUsed) {

        public static final Known NOTHING = new Known(List.of(), Map.of(), Map.of(), _ -> null);

        public Known {
            priorities = List.copyOf(priorities);
            turns = Map.copyOf(turns);
            usages = Map.copyOf(usages);
        }
    }

    /** Says how many conductors the vehicle at an EVSE uses, from 1 to 3; null: nobody knows, and all count. */
    public interface PhasesUsed {
        @Nullable
        Integer at(Evse evse);
    }

    /** With nothing known but the facts. */
    public static List<Demand> of(Site site, Facts facts) {
        return of(site, facts, Known.NOTHING);
    }

    /** One for each EVSE with a session that is believed to run and that we can reach. */
    public static List<Demand> of(Site site, Facts facts, Known known) {
        Demands demands = new Demands(site, facts, known);
        return site.evses().stream()
                .filter(evse -> evse.controllable()
                        && site.modeOf(evse) != Mode.OFF
                        && facts.ofStation(evse.ref().chargeBoxId()).connected()
                        && charges(facts.of(evse.ref()).session()))
                .map(demands::of)
                .toList();
    }

    private static boolean charges(@Nullable Session session) {
        return session != null && session.isBelieved();
    }

    private Demand of(Evse evse) {
        Usage usage = known.usages().get(evse.ref());
        boolean isClosedLoop = site.strand(evse.strand()).closedLoop();
        Current learned =
                usage == null || !isClosedLoop ? null : usage.appetite().ceiling();
        Current ceiling = learned == null ? evse.rating() : ceiling(evse, learned);
        boolean isLower = evse.rating().isMoreThan(ceiling);
        return new Demand(
                evse.ref(),
                evse.minimum(),
                ceiling,
                isLower ? Demand.Cause.MEASURED : Demand.Cause.RATING,
                known.phasesUsed().at(evse),
                isClosedLoop && isAsleep(usage) ? tier(evse) + ASLEEP : tier(evse),
                evse.weight(),
                usage == null ? Energy.ZERO : usage.served(),
                known.turns().get(evse.ref()),
                evse.neverPause());
    }

    /** What it was seen to take, up to a full step of its station; never below the minimum, so that it can wake. */
    private static Current ceiling(Evse evse, Current learned) {
        Current step = evse.step();
        Current up = learned.plus(step).minus(Current.ofMilliamps(1)).downTo(step);
        return up.max(evse.minimum()).min(evse.rating());
    }

    private static boolean isAsleep(@Nullable Usage usage) {
        return usage != null && usage.appetite().isAsleep(Appetite.Rules.DEFAULT);
    }

    private int tier(Evse evse) {
        @Nullable Session session = facts.of(evse.ref()).session();
        return known.priorities().stream()
                .filter(priority -> priority.holds(evse.ref(), session == null ? null : session.idTag(), facts.now()))
                .mapToInt(Priority::tier)
                .min()
                .orElse(Priority.COMMON_TIER);
    }
}
