/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/** Sites by name, built in a line. */
public final class Sites {

    private Sites() {}

    public static Current amps(double amps) {
        return Current.ofMilliamps((int) Math.round(amps * 1000));
    }

    public static EvseRef evse(String name) {
        return new EvseRef(name, 1);
    }

    public static Strand strand(int id, @Nullable Integer parent, Limit limit) {
        return strand(id, parent, limit, new Fallback.Block());
    }

    public static Strand strand(int id, @Nullable Integer parent, Limit limit, Fallback fallback) {
        return new Strand(
                new StrandId(id),
                "S" + id,
                parent == null ? null : new StrandId(parent),
                limit,
                Voltage.NOMINAL,
                fallback,
                Mode.ACTIVE,
                Sharing.DEFAULT,
                null);
    }

    public static Limit perPhase(double amps) {
        return new Limit(PhaseCurrents.ofEach(amps(amps)), null, LimitSource.RATING);
    }

    public static Limit kilowatts(int kilowatts) {
        return new Limit(null, Power.ofKilowatts(kilowatts), LimitSource.RATING);
    }

    public static Evse evse(String name, int strand) {
        return evse(name, strand, Wiring.L1L2L3, 32);
    }

    public static Evse evse(String name, int strand, Wiring wiring, double rating) {
        return evse(name, strand, wiring, rating, 0);
    }

    public static Evse evse(String name, int strand, Wiring wiring, double rating, double fallback) {
        return evse(evse(name), strand, wiring, rating, fallback);
    }

    /** One of several EVSEs of a station. */
    public static Evse evse(EvseRef ref, int strand) {
        return evse(ref, strand, Wiring.L1L2L3, 32, 0);
    }

    private static Evse evse(EvseRef ref, int strand, Wiring wiring, double rating, double fallback) {
        Fallback whenSilent = Fallback.of(Fallback.School.FALLBACK, amps(fallback), Fallback.USUAL_SILENCE);
        return new Evse(
                ref,
                new StrandId(strand),
                wiring,
                amps(rating),
                amps(6),
                amps(0.1),
                whenSilent,
                1,
                true,
                false,
                StationTraits.STANDARD);
    }

    /** The same EVSE with another default profile. */
    public static Evse with(Evse evse, Fallback fallback) {
        return new Evse(
                evse.ref(),
                evse.strand(),
                evse.wiring(),
                evse.rating(),
                evse.minimum(),
                evse.step(),
                fallback,
                evse.weight(),
                evse.controllable(),
                evse.neverPause(),
                evse.traits());
    }

    /** The same EVSE at a station that can other things. */
    public static Evse with(Evse evse, StationTraits traits) {
        return new Evse(
                evse.ref(),
                evse.strand(),
                evse.wiring(),
                evse.rating(),
                evse.minimum(),
                evse.step(),
                evse.fallback(),
                evse.weight(),
                evse.controllable(),
                evse.neverPause(),
                traits);
    }

    /** One strand with that many 32 A EVSEs, called A, B, C ... */
    public static Site strandWith(Limit limit, int evses) {
        List<Evse> on = new ArrayList<>();
        for (int i = 0; i < evses; i++) {
            on.add(evse(String.valueOf((char) ('A' + i)), 1));
        }
        return Site.of(List.of(strand(1, null, limit)), on);
    }

    /** Wants all that its EVSE bears. */
    public static Demand demand(Evse evse) {
        return demand(evse, null, 1);
    }

    public static Demand demand(Evse evse, @Nullable Integer phases, int tier) {
        return new Demand(
                evse.ref(),
                evse.minimum(),
                evse.rating(),
                Demand.Cause.RATING,
                phases,
                tier,
                evse.weight(),
                Energy.ZERO,
                null,
                false);
    }
}
