/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
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

/** Trees, cars and limits by chance: the same seed, the same snapshot. */
public final class RandomSnapshots {

    public static final Instant NOON = Instant.parse("2026-06-01T12:07:30Z");

    private static final int MOST_LEVELS = 8;
    private static final Voltage VOLTAGE = Voltage.NOMINAL;

    private final Random random;
    private final Style style;

    private RandomSnapshots(long seed, Style style) {
        this.random = new Random(seed);
        this.style = style;
    }

    /**
     * What may occur.
     *
     * @param mostEvses at most so many
     * @param tiers so many tiers
     * @param hasUnbalance limits of unbalance
     * @param isTight capacities too low for everybody's minimum, zero, or below
     * @param isPlain steps are 1 mA, nobody is never to be paused, and later tiers may be paused
     */
    public record Style(int mostEvses, int tiers, boolean hasUnbalance, boolean isTight, boolean isPlain) {

        public static final Style ANYTHING = new Style(60, 3, false, true, false);
        public static final Style LARGE = new Style(300, 3, true, true, false);
        public static final Style UNBALANCED = new Style(12, 2, true, true, false);
        public static final Style FINE = new Style(60, 3, false, true, true);
        public static final Style ROOMY = new Style(60, 1, false, false, true);
    }

    public static Snapshot of(long seed, Style style) {
        return new RandomSnapshots(seed, style).snapshot();
    }

    /** The same with its demands in another order. */
    public static Snapshot shuffled(Snapshot snapshot, long seed) {
        List<Demand> demands = new ArrayList<>(snapshot.demands());
        Collections.shuffle(demands, new Random(seed));
        return new Snapshot(snapshot.now(), snapshot.site(), snapshot.capacities(), demands);
    }

    private Snapshot snapshot() {
        List<Strand> strands = strands();
        List<Evse> evses = new ArrayList<>();
        int count = 1 + random.nextInt(style.mostEvses());
        for (int i = 0; i < count; i++) {
            evses.add(evse("CP" + i, 1 + random.nextInt(strands.size())));
        }
        Site site = Site.of(strands, evses);
        Map<StrandId, Capacity> capacities = new HashMap<>();
        strands.forEach(strand -> capacities.put(strand.id(), capacity(strand, site)));
        List<Demand> demands = new ArrayList<>();
        for (Evse evse : evses) {
            if (random.nextInt(10) > 0) {
                demands.add(demand(evse));
            }
        }
        Collections.shuffle(demands, random);
        return new Snapshot(NOON, site, capacities, demands);
    }

    private List<Strand> strands() {
        Sharing sharing = new Sharing(
                random.nextInt(3) == 0 ? Sharing.Measure.CURRENT : Sharing.Measure.POWER,
                style.isPlain() || random.nextBoolean() ? Sharing.Others.MAY_BE_PAUSED : Sharing.Others.KEEP_MINIMUM);
        List<Strand> strands = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int id = 1; id <= count; id++) {
            @Nullable Integer parent = id == 1 ? null : (Integer) (1 + random.nextInt(id - 1));
            if (parent != null && depths.get(parent - 1) == MOST_LEVELS - 1) {
                parent = 1;
            }
            depths.add(parent == null ? 0 : depths.get(parent - 1) + 1);
            strands.add(strand(id, parent, sharing));
        }
        return strands;
    }

    private Strand strand(int id, @Nullable Integer parent, Sharing sharing) {
        boolean isUneven = style.hasUnbalance() && random.nextInt(id == 1 ? 2 : 6) == 0;
        return new Strand(
                new StrandId(id),
                "S" + id,
                parent == null ? null : new StrandId(parent),
                new Limit(PhaseCurrents.ofEach(Current.ofAmps(9999)), null, LimitSource.RATING),
                VOLTAGE,
                new Fallback.Block(),
                Mode.ACTIVE,
                sharing,
                isUneven ? Current.ofMilliamps(random.nextInt(30_000)) : null);
    }

    private Evse evse(String name, int strand) {
        Wiring wiring = Wiring.values()[random.nextInt(Wiring.values().length)];
        int rating = random.nextBoolean() ? 16_000 : 32_000;
        int step = style.isPlain() ? 1 : random.nextInt(3) > 0 ? 100 : 1000;
        int weight = 1 << random.nextInt(3);
        return new Evse(
                Sites.evse(name),
                new StrandId(strand),
                wiring,
                Current.ofMilliamps(rating),
                Current.ofMilliamps(6000 + 500 * random.nextInt(5)),
                Current.ofMilliamps(step),
                new Fallback.Block(),
                weight,
                true,
                false,
                StationTraits.STANDARD);
    }

    /** A part of what those below could take, or something odd. */
    private Capacity capacity(Strand strand, Site site) {
        long below = site.evses().stream()
                .filter(evse -> site.wayToRoot(evse.strand()).contains(strand))
                .mapToLong(evse -> evse.rating().milliamps())
                .sum();
        boolean hasCurrents = random.nextInt(4) > 0;
        PhaseCurrents currents = hasCurrents ? new PhaseCurrents(part(below), part(below), part(below)) : null;
        Power power = hasCurrents && random.nextBoolean()
                ? null
                : VOLTAGE.power(Current.ofMilliamps(part(2 * below).milliamps()), 1);
        return new Capacity(currents, LimitSource.RATING, power, LimitSource.OPERATOR);
    }

    private Current part(long below) {
        if (!style.isTight()) {
            return Current.ofMilliamps((int) (below * (50 + random.nextInt(40)) / 100) + 10_000);
        }
        return switch (random.nextInt(20)) {
            case 0 -> Current.ZERO;
            case 1 -> Current.ofMilliamps(random.nextInt(6_000));
            case 2 -> Current.ofMilliamps(-random.nextInt(9_000));
            default -> Current.ofMilliamps((int) (below * (10 + random.nextInt(70)) / 100));
        };
    }

    private Demand demand(Evse evse) {
        int highest = evse.rating().milliamps();
        int ceiling = style.isPlain() || random.nextInt(30) > 0
                ? 8_000 + random.nextInt(highest - 8_000 + 1)
                : random.nextInt(12_000) - 3_000;
        boolean isTurn = !style.isPlain() && random.nextBoolean();
        return new Demand(
                evse.ref(),
                evse.minimum(),
                Current.ofMilliamps(ceiling),
                Demand.Cause.VEHICLE,
                random.nextInt(3) == 0 ? null : (Integer) (1 + random.nextInt(3)),
                random.nextInt(style.tiers()),
                evse.weight(),
                Energy.ofWattHours(random.nextInt(20) * 100L),
                isTurn ? NOON.minus(Duration.ofMinutes(random.nextInt(30))) : null,
                !style.isPlain() && random.nextInt(8) == 0);
    }
}
