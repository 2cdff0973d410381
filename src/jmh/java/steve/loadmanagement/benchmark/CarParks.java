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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacity;
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
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/**
 * Car parks by chance. Three levels: ten EVSEs a leaf strand, ten leaves a middle strand, middles under one root; a third of
 * the cars single-phase; ceilings 6-32 A; weights 1, 2 and 4; limits of leaves 40-80 %, of middles 35-65 %, of the root 40 %
 * of the demand below.
 */
final class CarParks {

    private static final int FAN = 10;
    private static final Limit WIDE =
            new Limit(PhaseCurrents.ofEach(Current.ofMilliamps(1_000_000_000)), null, LimitSource.RATING);

    private final Random random;
    private final Map<StrandId, PhaseCurrents> below = new HashMap<>();
    private final List<Strand> strands = new ArrayList<>();
    private final List<Evse> evses = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();

    private CarParks(long seed) {
        this.random = new Random(seed);
    }

    static Snapshot of(int size, long seed) {
        return new CarParks(seed).build(size);
    }

    private Snapshot build(int size) {
        StrandId root = strand(null);
        StrandId middle = root;
        StrandId leaf = root;
        for (int i = 0; i < size; i++) {
            if (i % (FAN * FAN) == 0) {
                middle = strand(root);
            }
            if (i % FAN == 0) {
                leaf = strand(middle);
            }
            evse(i, List.of(leaf, middle, root));
        }
        Map<StrandId, Capacity> capacities = new HashMap<>();
        strands.forEach(strand -> capacities.put(strand.id(), capacity(strand)));
        return new Snapshot(Instant.parse("2026-06-01T12:00:00Z"), Site.of(strands, evses), capacities, demands);
    }

    private StrandId strand(@Nullable StrandId parent) {
        StrandId id = new StrandId(strands.size() + 1);
        strands.add(new Strand(
                id, "S" + id, parent, WIDE, Voltage.NOMINAL, new Fallback.Block(), Mode.ACTIVE, Sharing.DEFAULT, null));
        return id;
    }

    private void evse(int number, List<StrandId> way) {
        Wiring wiring = Wiring.values()[random.nextInt(3)];
        int phases = random.nextInt(3) == 0 ? 1 : 3;
        Evse evse = new Evse(
                new EvseRef("station-%06d".formatted(number), 1),
                way.getFirst(),
                wiring,
                Current.ofAmps(32),
                Current.ofAmps(6),
                Current.ofMilliamps(100),
                new Fallback.Block(),
                1 << random.nextInt(3),
                true,
                false,
                StationTraits.STANDARD);
        Current ceiling = Current.ofMilliamps(6_000 + random.nextInt(26_001));
        evses.add(evse);
        demands.add(new Demand(
                evse.ref(),
                evse.minimum(),
                ceiling,
                Demand.Cause.VEHICLE,
                phases,
                1,
                evse.weight(),
                Energy.ofWattHours(random.nextInt(20_000)),
                null,
                false));
        PhaseCurrents load = wiring.spread(ceiling, phases);
        way.forEach(strand -> below.merge(strand, load, PhaseCurrents::plus));
    }

    private Capacity capacity(Strand strand) {
        StrandId parent = strand.parent();
        int depth = parent == null ? 0 : parent.value() == 1 ? 1 : 2;
        int percent = depth == 0 ? 40 : depth == 1 ? 35 + random.nextInt(31) : 40 + random.nextInt(41);
        PhaseCurrents wanted = below.getOrDefault(strand.id(), PhaseCurrents.ZERO);
        PhaseCurrents part =
                new PhaseCurrents(part(wanted.l1(), percent), part(wanted.l2(), percent), part(wanted.l3(), percent));
        return new Capacity(part, LimitSource.RATING, null, LimitSource.RATING);
    }

    private static Current part(Current current, int percent) {
        return Current.ofMilliamps((int) ((long) current.milliamps() * percent / 100));
    }
}
