/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * What each strand of a site may share in these circumstances:
 *
 * <pre>
 * capacity = min(fuse - margin, limits over time) - base load - reserve
 *            and at most what the quarter hour allows - base load
 *            and at most fuse - margin, and at most what the grid operator leaves (+ what is generated here)
 * </pre>
 *
 * The quarter hour holds back by itself what rises before we have reacted ({@link QuarterHour}). A strand without a meter
 * carries the base loads of the strands that it feeds.
 */
final class StrandCapacities {

    private final Site site;
    private final Circumstances circumstances;
    private final Map<StrandId, Load> loads = new HashMap<>();

    StrandCapacities(Site site, Circumstances circumstances) {
        this.site = site;
        this.circumstances = circumstances;
        Map<StrandId, Load> below = new HashMap<>();
        for (Strand strand : site.strands().reversed()) {
            Load load = load(strand, below.getOrDefault(strand.id(), Load.NONE));
            loads.put(strand.id(), load);
            StrandId parent = strand.parent();
            if (parent != null) {
                below.merge(parent, load, Load::plus);
            }
        }
    }

    /**
     * Other consumers below a strand.
     *
     * @param currents with the reserve
     * @param power without the reserve
     * @param reserve kept free beside them
     * @param isKnown false: nobody measures there, or below
     */
    private record Load(PhaseCurrents currents, Power power, Power reserve, boolean isKnown) {

        static final Load NONE = new Load(PhaseCurrents.ZERO, Power.ZERO, Power.ZERO, false);

        Load plus(Load other) {
            return new Load(
                    currents.plus(other.currents),
                    power.plus(other.power),
                    reserve.plus(other.reserve),
                    isKnown || other.isKnown);
        }

        Power withReserve() {
            return power.plus(reserve);
        }

        Capacity.@Nullable Others others(Power taken) {
            return isKnown ? new Capacity.Others(currents, taken) : null;
        }
    }

    Map<StrandId, Capacity> all() {
        Map<StrandId, Capacity> capacities = new HashMap<>();
        site.strands().forEach(strand -> capacities.put(strand.id(), of(strand)));
        return capacities;
    }

    private Load load(Strand strand, Load ofStrandsBelow) {
        return switch (circumstances.metered().get(strand.id())) {
            case null -> ofStrandsBelow;
            case MeteredLoad.Measured it -> measured(it, strand);
            case MeteredLoad.Assumed it -> new Load(it.baseLoad(), it.power(), Power.ZERO, true);
            case MeteredLoad.Stopped _ -> whole(strand);
        };
    }

    private static Load measured(MeteredLoad.Measured it, Strand strand) {
        PhaseCurrents base = it.feedIn() ? it.baseLoad() : it.baseLoad().max(PhaseCurrents.ZERO);
        Power power = it.feedIn() || it.power().watts() > 0 ? it.power() : Power.ZERO;
        return new Load(base.plus(it.reserve()), power, strand.voltage().power(it.reserve()), true);
    }

    /** Nobody knows: what its fuse bears. */
    private static Load whole(Strand strand) {
        PhaseCurrents currents = strand.rating().currents();
        Power power = strand.rating().power();
        PhaseCurrents most = currents != null
                ? currents
                : PhaseCurrents.ofEach(strand.voltage().current(power == null ? Power.ZERO : power, 3));
        return new Load(most, power == null ? strand.voltage().power(most) : power, Power.ZERO, true);
    }

    private Capacity of(Strand strand) {
        if (circumstances.metered().get(strand.id()) instanceof MeteredLoad.Stopped) {
            return new Capacity(PhaseCurrents.ZERO, LimitSource.STALE_METER, Power.ZERO, LimitSource.STALE_METER);
        }
        Bound rating = Bound.ofRating(strand);
        Bound bound = Bound.of(strand, circumstances.limits(), circumstances.now());
        Load load = loads.getOrDefault(strand.id(), Load.NONE);
        return dimmed(targeted(less(bound, load, rating), rating, strand, load), strand, load);
    }

    private Capacity targeted(Capacity capacity, Bound rating, Strand strand, Load load) {
        Power target = circumstances.targets().get(strand.id());
        if (target == null) {
            return capacity;
        }
        Power left = lowest(target.minus(load.power()), rating.power());
        Power power = capacity.power();
        return power != null && power.compareTo(left) <= 0
                ? capacity
                : new Capacity(
                        capacity.currents(),
                        capacity.currentSource(),
                        left,
                        LimitSource.PEAK_TARGET,
                        load.others(load.power()));
    }

    private static Capacity less(Bound bound, Load load, Bound rating) {
        PhaseCurrents currents = bound.currents();
        Power power = bound.power();
        return new Capacity(
                currents == null ? null : lowest(currents.minus(load.currents()), rating.currents()),
                bound.currentSource(),
                power == null ? null : lowest(power.minus(load.withReserve()), rating.power()),
                bound.powerSource(),
                load.others(load.withReserve()));
    }

    private Capacity dimmed(Capacity capacity, Strand strand, Load load) {
        Power left = circumstances.dimmed().get(strand.id());
        if (left == null) {
            return capacity;
        }
        Power taken = load.withReserve();
        Power generated = taken.watts() < 0 ? Power.ZERO.minus(taken) : Power.ZERO;
        Power draw = left.plus(generated);
        Power power = capacity.power();
        return power != null && power.compareTo(draw) <= 0
                ? capacity
                : new Capacity(
                        capacity.currents(),
                        capacity.currentSource(),
                        draw,
                        LimitSource.GRID_OPERATOR,
                        capacity.others());
    }

    private static PhaseCurrents lowest(PhaseCurrents one, @Nullable PhaseCurrents other) {
        return other == null ? one : one.min(other);
    }

    private static Power lowest(Power one, @Nullable Power other) {
        return other == null || one.compareTo(other) <= 0 ? one : other;
    }
}
