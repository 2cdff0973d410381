/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * The oracle: what really flows, by the cars themselves, at every moment on every strand and phase, against the limit. What
 * flows beyond the limit only because stations draw more than they accepted is booked apart: no backend can help that.
 */
final class TrueLoad {

    private static final int PHASES = 3;
    private static final double MILLI_SECONDS = 1_000_000.0;

    /** Whoever draws no more than this beyond its setpoint is not said not to follow, and nobody gives way to it. */
    private static final int TOLERANCE_MA = LedgerPolicy.DEFAULT.tolerance().milliamps();

    private final Timeline timeline;
    private final Map<EvseRef, Place> places = new LinkedHashMap<>();
    private final List<Bound> bounds = new ArrayList<>();
    private Instant since;
    private double ampereSecondsOver;
    private double uncontrollableAmpereSeconds;
    private int worstOverMa;
    private Instant worstAt = Instant.EPOCH;

    /** @param isOnline whether its station can be heard, and told something */
    TrueLoad(Timeline timeline, Site site, List<Plug> plugs, Predicate<EvseRef> isOnline) {
        this.timeline = timeline;
        this.since = timeline.now();
        for (Strand strand : site.strands()) {
            List<Place> below = new ArrayList<>();
            for (Plug plug : plugs) {
                Evse evse = site.evse(plug.evse());
                if (evse != null && site.wayToRoot(evse.strand()).contains(strand)) {
                    below.add(places.computeIfAbsent(evse.ref(), _ -> new Place(plug, evse)));
                }
            }
            bounds.add(new Bound(strand, below, isOnline));
        }
    }

    private record Place(Plug plug, Evse evse) {

        /** mA on that phase of the grid. */
        int on(Phase phase, int milliamps) {
            int phases = plug.car() == null ? 0 : plug.car().phases();
            List<Phase> conductors = evse.wiring().conductors();
            return conductors.subList(0, Math.min(phases, conductors.size())).contains(phase) ? milliamps : 0;
        }
    }

    /**
     * What flows, mA.
     *
     * @param helpless of it what nobody can help
     * @param tolerated of that what lies within the tolerance
     */
    private record Flow(int all, int helpless, int tolerated) {

        static final Flow NONE = new Flow(0, 0, 0);

        static Flow of(int all, int helpless) {
            return new Flow(all, helpless, helpless > TOLERANCE_MA ? 0 : helpless);
        }

        Flow plus(Flow other) {
            return new Flow(all + other.all, helpless + other.helpless, tolerated + other.tolerated);
        }

        /** A vehicle that follows no command made it too much, not several a little. */
        boolean isForOthersToGiveWay() {
            return helpless > Math.max(tolerated, TOLERANCE_MA);
        }

        Flow beyond(long limit) {
            int over = (int) Math.max(0, all - limit);
            return new Flow(over, Math.min(over, helpless), Math.min(over, tolerated));
        }

        Flow onEachPhase() {
            return new Flow(all / PHASES, helpless / PHASES, tolerated / PHASES);
        }
    }

    /** @param phase where; null: in power */
    private record Over(Flow flow, @Nullable Phase phase) {

        Over or(Over other) {
            return other.flow.all > flow.all ? other : this;
        }
    }

    /** @param helpless when a vehicle that follows no command made it too much and others went on beside it */
    private record Bound(Strand strand, List<Place> below, Predicate<EvseRef> isOnline, Spells helpless) {

        Bound(Strand strand, List<Place> below, Predicate<EvseRef> isOnline) {
            this(strand, below, isOnline, new Spells());
        }

        /**
         * Whether a vehicle that can be told something draws more than it may when nobody does.
         *
         * @param phase on that phase; null: on any
         */
        boolean othersGoOn(@Nullable Phase phase) {
            return below.stream()
                    .filter(place -> place.plug().uncontrollableMa() == 0
                            && place.plug().isSeen()
                            && isOnline.test(place.evse().ref()))
                    .mapToInt(place -> (phase == null
                                    ? place.plug().drawnMa()
                                    : place.on(phase, place.plug().drawnMa()))
                            - place.evse().fallback().inTheEnd().milliamps())
                    .anyMatch(more -> more > 0);
        }

        /** Whether all that follow no command say what they draw: of one without a meter or a line nobody can know. */
        boolean isShown() {
            return below.stream()
                    .allMatch(place -> place.plug().uncontrollableMa() == 0
                            || place.plug().isMeasured()
                                    && isOnline.test(place.evse().ref()));
        }

        /** The worst of its phases and its power. */
        Over over() {
            Over worst = new Over(Flow.NONE, null);
            Flow sum = Flow.NONE;
            PhaseCurrents limit = strand.rating().currents();
            for (Phase phase : Phase.values()) {
                Flow flow = on(phase);
                sum = sum.plus(flow);
                worst = limit == null
                        ? worst
                        : worst.or(new Over(flow.beyond(limit.on(phase).milliamps()), phase));
            }
            Power power = strand.rating().power();
            if (power == null) {
                return worst;
            }
            long bears = power.watts() * 1000L / strand.voltage().volts();
            return worst.or(new Over(sum.beyond(bears).onEachPhase(), null));
        }

        private Flow on(Phase phase) {
            Flow sum = Flow.NONE;
            for (Place place : below) {
                sum = sum.plus(Flow.of(
                        place.on(phase, place.plug().drawnMa()),
                        place.on(phase, place.plug().uncontrollableMa())));
            }
            return sum;
        }
    }

    /** A car is about to draw something else, or a station did what it did not accept. */
    void settle() {
        Instant now = timeline.now();
        double milliseconds = Duration.between(since, now).toMillis();
        since = now;
        if (milliseconds == 0) {
            return;
        }
        for (Bound bound : bounds) {
            Over over = bound.over();
            Flow flow = over.flow();
            int held = flow.all() - flow.helpless();
            ampereSecondsOver += held * milliseconds / MILLI_SECONDS;
            uncontrollableAmpereSeconds += flow.helpless() * milliseconds / MILLI_SECONDS;
            boolean isToBeHelped = flow.isForOthersToGiveWay() && bound.isShown() && bound.othersGoOn(over.phase());
            bound.helpless().see(isToBeHelped, now.minusMillis((long) milliseconds));
            if (flow.all() > 0) {
                timeline.tell(() -> bound.strand().name() + " was over by " + held + " mA, and by " + flow.helpless()
                        + " that nobody can help");
            }
            if (held > worstOverMa) {
                worstOverMa = held;
                worstAt = now;
            }
        }
    }

    double ampereSecondsOver() {
        return ampereSecondsOver;
    }

    double uncontrollableAmpereSeconds() {
        return uncontrollableAmpereSeconds;
    }

    /** How long it took, each time, until the others gave way to what follows no command. */
    List<Duration> untilOthersGaveWay() {
        return bounds.stream()
                .flatMap(bound -> bound.helpless().over().stream())
                .toList();
    }

    double worstOverA() {
        return worstOverMa / 1000.0;
    }

    Instant worstAt() {
        return worstAt;
    }
}
