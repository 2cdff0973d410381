/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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

/**
 * Arrivals, departures and energies as they were recorded at a real site, on one strand: single-phase cars of 32 A, the
 * k-th station by its name on phase k mod 3.
 */
final class RecordedDays {

    private static final StrandId ROOT = new StrandId(1);
    private static final int RATING_MA = 32_000;
    private static final int WATT_HOURS_A_KILOWATT_HOUR = 1000;
    private static final List<Wiring> PHASES = List.of(Wiring.L1_ONLY, Wiring.L2_ONLY, Wiring.L3_ONLY);
    private static final Car.Kind KIND =
            new Car.Kind(1, RATING_MA, 6_000, Duration.ofSeconds(3), Duration.ofSeconds(3), 0);

    private final List<Visit> visits;
    private final int limitKw;

    private RecordedDays(List<Visit> visits, int limitKw) {
        this.visits = visits;
        this.limitKw = limitKw;
    }

    private record Visit(OffsetDateTime arrival, OffsetDateTime departure, double wantedWh, String station) {

        static Visit of(List<String> columns, String line) {
            String[] fields = line.split(",", -1);
            return new Visit(
                    OffsetDateTime.parse(fields[columns.indexOf("arrival")]),
                    OffsetDateTime.parse(fields[columns.indexOf("departure")]),
                    Double.parseDouble(fields[columns.indexOf("delivered_kwh")]) * WATT_HOURS_A_KILOWATT_HOUR,
                    fields[columns.indexOf("station")]);
        }
    }

    /** The sessions in a file with a heading, see the project's test data. */
    static RecordedDays of(Path file, int limitKw) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> columns = Arrays.asList(lines.getFirst().split(","));
            return new RecordedDays(
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.isBlank())
                            .map(line -> Visit.of(columns, line))
                            .toList(),
                    limitKw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That day, until the last car that came on it has gone. */
    CarPark day(LocalDate date, long seed, boolean hasFaults, Consumer<CarPark> prepare) {
        List<Visit> today = visits.stream()
                .filter(visit -> visit.arrival().toLocalDate().equals(date))
                .toList();
        OffsetDateTime midnight =
                date.atStartOfDay().atOffset(today.getFirst().arrival().getOffset());
        CarPark carPark = new CarPark(site(), _ -> Habits.GOOD, midnight.toInstant(), seed);
        prepare.accept(carPark);
        carPark.open();
        OffsetDateTime end = midnight.plusDays(1);
        for (Visit visit : today) {
            Station station = carPark.station(visit.station());
            Duration stay = Duration.between(visit.arrival(), visit.departure());
            carPark.timeline()
                    .at(
                            visit.arrival().toInstant(),
                            () -> carPark.arrive(station, station.plugs().getFirst(), KIND, visit.wantedWh(), stay));
            end = visit.departure().isAfter(end) ? visit.departure() : end;
        }
        if (hasFaults) {
            Faults.plan(carPark, Pace.DAY.length());
        }
        carPark.timeline().runUntil(end.plusMinutes(1).toInstant());
        return carPark;
    }

    private Site site() {
        List<String> stations =
                visits.stream().map(Visit::station).distinct().sorted().toList();
        List<Evse> evses = new ArrayList<>();
        for (int k = 0; k < stations.size(); k++) {
            evses.add(new Evse(
                    new EvseRef(stations.get(k), 1),
                    ROOT,
                    PHASES.get(k % PHASES.size()),
                    Current.ofMilliamps(RATING_MA),
                    Current.ofAmps(6),
                    Current.ofMilliamps(100),
                    new Fallback.Block(),
                    1,
                    true,
                    false,
                    StationTraits.STANDARD));
        }
        Current third = Voltage.NOMINAL.current(Power.ofKilowatts(limitKw), PHASES.size());
        Strand root = new Strand(
                ROOT,
                "root",
                null,
                new Limit(PhaseCurrents.ofEach(third), null, LimitSource.RATING),
                Voltage.NOMINAL,
                new Fallback.Block(),
                Mode.ACTIVE,
                Sharing.DEFAULT,
                null,
                Margin.NONE,
                true);
        return Site.of(List.of(root), evses);
    }
}
