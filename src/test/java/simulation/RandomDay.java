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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Margin;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/** A random site on a random day: strands, stations with their habits, cars, and what goes wrong. */
final class RandomDay {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-01T00:00:00Z");

    /** Before the first car comes and the first thing goes wrong, every station has its default profile. */
    private static final Duration COMMISSIONING = Duration.ofMinutes(10);

    private static final int RATING_MA = 32_000;

    private final RandomGenerator random;
    private final boolean hasFaults;
    private final Pace pace;
    private final Map<String, Habits> habits = new HashMap<>();

    private RandomDay(long seed, boolean hasFaults, Pace pace) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.hasFaults = hasFaults;
        this.pace = pace;
    }

    /** The day of that seed, over. */
    static CarPark of(long seed, boolean hasFaults) {
        return of(seed, hasFaults, _ -> {});
    }

    /** Three hours of that seed in which all fails that may fail on a day, over. */
    static CarPark badHours(long seed) {
        return new RandomDay(seed, true, Pace.BAD_HOURS).over(seed, _ -> {});
    }

    /** Three hours of that seed without faults. */
    static CarPark quietHours(long seed, Consumer<CarPark> prepare) {
        return new RandomDay(seed, false, Pace.BAD_HOURS).over(seed, prepare);
    }

    /** Bad hours with two processes of SteVe, of which each dies and sleeps now and then. */
    static CarPark onTwoNodes(long seed) {
        RandomDay hours = new RandomDay(seed, true, Pace.BAD_HOURS);
        return hours.over(seed, 2, carPark -> Faults.ofNodes(carPark, hours.pace.length()));
    }

    /** Bad hours while the clock of SteVe's machine is set now and then. */
    static CarPark withLeapingClock(long seed) {
        RandomDay hours = new RandomDay(seed, true, Pace.BAD_HOURS);
        return hours.over(seed, carPark -> Faults.ofTheClock(carPark, hours.pace.length()));
    }

    static CarPark of(long seed, boolean hasFaults, Consumer<CarPark> prepare) {
        return new RandomDay(seed, hasFaults, Pace.DAY).over(seed, prepare);
    }

    /** The day of that seed without faults and without the ledger, over. */
    static CarPark uncautious(long seed) {
        RandomDay day = new RandomDay(seed, false, Pace.DAY);
        CarPark carPark = new CarPark(day.site(), _ -> Habits.GOOD, MIDNIGHT, seed);
        Uncautious.controls(carPark);
        day.arrivals(carPark);
        carPark.timeline().runUntil(MIDNIGHT.plus(Pace.DAY.length()));
        return carPark;
    }

    private CarPark over(long seed, Consumer<CarPark> prepare) {
        return over(seed, 1, prepare);
    }

    private CarPark over(long seed, int nodes, Consumer<CarPark> prepare) {
        Site site = site();
        CarPark carPark = new CarPark(site, id -> habits.getOrDefault(id, Habits.GOOD), MIDNIGHT, seed, nodes);
        prepare.accept(carPark);
        carPark.open();
        arrivals(carPark);
        carPark.timeline().runUntil(MIDNIGHT.plus(COMMISSIONING));
        if (hasFaults) {
            Faults.plan(carPark, pace.length());
        }
        carPark.timeline().runUntil(MIDNIGHT.plus(pace.length()));
        return carPark;
    }

    private Site site() {
        int stations = 2 + random.nextInt(9);
        int children = random.nextInt(3);
        Fallback fallback = fallback();
        List<Evse> evses = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            String id = "S" + i;
            habits.put(id, habits());
            int connectors = random.nextInt(4) == 0 ? 2 : 1;
            for (int connector = 1; connector <= connectors; connector++) {
                int strand = 1 + random.nextInt(children + 1);
                evses.add(evse(new EvseRef(id, connector), strand, fallback));
            }
        }
        List<Strand> strands = new ArrayList<>();
        strands.add(strand(1, null, evses.size(), fallback));
        for (int child = 2; child <= children + 1; child++) {
            int id = child;
            int below = (int)
                    evses.stream().filter(evse -> evse.strand().value() == id).count();
            strands.add(strand(child, 1, Math.max(1, below), fallback));
        }
        return Site.of(strands, evses);
    }

    private Fallback fallback() {
        return switch (random.nextInt(3)) {
            case 0 -> new Fallback.Reserve(Current.ofAmps(6));
            case 1 -> new Fallback.BlockThenReserve(Current.ofAmps(6), Duration.ofHours(4));
            default -> new Fallback.Block();
        };
    }

    /** Between what all fallbacks need and what all cars could take. */
    private Strand strand(int id, @Nullable Integer parent, int evses, Fallback fallback) {
        int least = evses * 6_000 + 1_000;
        int most = Math.max(least + 1, evses * RATING_MA * 3 / 4);
        PhaseCurrents limit = new PhaseCurrents(limit(least, most), limit(least, most), limit(least, most));
        boolean hasPower = random.nextInt(3) == 0;
        Power power = hasPower ? Voltage.NOMINAL.power(limit) : null;
        return new Strand(
                new StrandId(id),
                "S" + id,
                parent == null ? null : new StrandId(parent),
                new Limit(limit, power, LimitSource.RATING),
                Voltage.NOMINAL,
                fallback,
                Mode.ACTIVE,
                Sharing.DEFAULT,
                null,
                Margin.NONE,
                random.nextInt(4) > 0);
    }

    private Current limit(int least, int most) {
        return Current.ofMilliamps(least + random.nextInt(most - least));
    }

    private Evse evse(EvseRef ref, int strand, Fallback fallback) {
        Habits its = habits.getOrDefault(ref.chargeBoxId(), Habits.GOOD);
        Wiring wiring = Wiring.values()[random.nextInt(Wiring.values().length)];
        StationTraits traits = new StationTraits(
                StationTraits.STANDARD.purposes(),
                true,
                random.nextInt(6) == 0 ? 60 : null,
                StationTraits.STANDARD.raiseInterval(),
                null,
                StationTraits.STANDARD.greetingWait(),
                its.forgetsOnBoot(),
                false);
        return new Evse(
                ref,
                new StrandId(strand),
                wiring,
                Current.ofMilliamps(RATING_MA),
                Current.ofAmps(6),
                Current.ofMilliamps(random.nextBoolean() ? 100 : 1000),
                fallback,
                1,
                true,
                false,
                traits);
    }

    private Habits habits() {
        if (!hasFaults) {
            return Habits.GOOD;
        }
        return new Habits(
                random.nextInt(8) == 0 ? null : Duration.ofSeconds(10 + random.nextInt(110)),
                Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(-600, 90) : random.nextInt(-5, 5)),
                random.nextInt(12) == 0 ? 1 : 0,
                random.nextInt(4) == 0 ? random.nextInt(1, 6) / 10.0 : 0,
                random.nextInt(8) == 0,
                random.nextInt(8) == 0,
                random.nextBoolean());
    }

    private void arrivals(CarPark carPark) {
        for (Station station : carPark.stations()) {
            for (Plug plug : station.plugs()) {
                Duration at = COMMISSIONING.plusMinutes(random.nextInt(pace.firstCarMin()));
                while (at.compareTo(pace.length()) < 0) {
                    Duration stay = Duration.ofMinutes(10 + random.nextInt(pace.longestStayMin()));
                    double wantedWh = 2_000 + random.nextInt(50_000);
                    Car.Kind kind = kind();
                    carPark.timeline().after(at, () -> carPark.arrive(station, plug, kind, wantedWh, stay));
                    at = at.plus(stay).plusMinutes(1 + random.nextInt(pace.longestGapMin()));
                }
            }
        }
    }

    private Car.Kind kind() {
        return new Car.Kind(
                random.nextInt(3) == 0 ? 1 : 3,
                random.nextBoolean() ? 16_000 : RATING_MA,
                6_000,
                Duration.ofMillis(500 + random.nextInt(4_500)),
                Duration.ofMillis(1_000 + random.nextInt(6_000)),
                random.nextBoolean() ? 3_000 : 0);
    }
}
