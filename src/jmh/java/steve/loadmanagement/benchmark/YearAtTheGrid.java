/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A year of an office's other consumers, with noise from minute to minute, and a garage's recorded sessions, under a target
 * for the quarter hour. {@code -Ddata=DIR} names the folder with the recordings. The sessions are those of four months,
 * repeated over the year by the day of the week. Beside it, for some days, what linear programs deliver that know the other
 * consumers of the whole day in advance: under the same fairness, and without any.
 */
public final class YearAtTheGrid {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final double TARGET_W = 200_000;
    private static final int YEAR = 2019;
    private static final long RECORDED_DAYS = 17 * 7;
    private static final double NOISE = 0.05;
    private static final LocalDate FIRST_RECORDED = LocalDate.of(YEAR, 9, 2);

    private YearAtTheGrid() {}

    /** A session on a day: seconds of the day, W and Wh. */
    record Session(int from, int until, double mostW, double wantedWh) {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(System.getProperty("data", ""));
        Path baseFile = data.resolve("baseload/medium-office-hourly.csv");
        Path sessionFile = data.resolve("sessions/jpl-2019-09-to-12.csv");
        if (!Files.exists(baseFile) || !Files.exists(sessionFile)) {
            System.out.println("no recordings: name their folder by -Dbenchmark.data=DIR");
            return;
        }
        double[] hourly = Files.readAllLines(baseFile).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]) * 1000)
                .toArray();
        Map<LocalDate, List<Session>> sessions = sessions(sessionFile);
        int every = Integer.getInteger("every", 10);
        double target = Double.parseDouble(System.getProperty("target", Double.toString(TARGET_W)));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        Total total = new Total();
        for (int day = 0; day < 365; day++) {
            LocalDate date = LocalDate.of(YEAR, 1, 1).plusDays(day);
            double[] base = minutes(hourly, day, random);
            List<Session> ofDay = sessions.getOrDefault(recorded(date), List.of());
            DayAtTheGrid simulated = DayAtTheGrid.run(date.atStartOfDay(ZONE).toInstant(), base, ofDay, target);
            total.add(simulated);
            if (day % every == 0 && !ofDay.isEmpty()) {
                total.compare(
                        simulated,
                        FairWithPerfectKnowledge.deliver(base, ofDay, target),
                        PerfectKnowledge.deliver(base, ofDay, target));
            }
        }
        total.print(target);
    }

    /** The recorded day of the same day of the week that stands for it. */
    private static LocalDate recorded(LocalDate date) {
        long days = Math.floorMod(
                Duration.between(FIRST_RECORDED.atStartOfDay(), date.atStartOfDay())
                        .toDays(),
                RECORDED_DAYS);
        return FIRST_RECORDED.plusDays(days);
    }

    private static double[] minutes(double[] hourly, int day, RandomGenerator random) {
        double[] minutes = new double[24 * 60];
        double noise = 0;
        for (int minute = 0; minute < minutes.length; minute++) {
            double usual = hourly[Math.min(hourly.length - 1, day * 24 + minute / 60)];
            noise = 0.8 * noise + NOISE * usual * random.nextGaussian();
            minutes[minute] = Math.max(0, usual + noise);
        }
        return minutes;
    }

    private static Map<LocalDate, List<Session>> sessions(Path file) throws IOException {
        Map<LocalDate, List<Session>> sessions = new HashMap<>();
        for (String line :
                Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
            String[] parts = line.split(",", -1);
            var arrival = OffsetDateTime.parse(parts[0]).atZoneSameInstant(ZONE);
            var departure = OffsetDateTime.parse(parts[1]).atZoneSameInstant(ZONE);
            int from = arrival.toLocalTime().toSecondOfDay();
            boolean isSameDay = departure.toLocalDate().equals(arrival.toLocalDate());
            int until = isSameDay ? departure.toLocalTime().toSecondOfDay() : 24 * 3600;
            sessions.computeIfAbsent(arrival.toLocalDate(), _ -> new ArrayList<>())
                    .add(new Session(from, until, 3 * 16 * 230, Double.parseDouble(parts[4]) * 1000));
        }
        return sessions;
    }

    /** Sums over the year. */
    private static final class Total {

        private int quarterHours;
        private int missed;
        private int missedByOthers;
        private double deliveredWh;
        private double wantedWh;
        private double comparedWh;
        private double fairWh;
        private double perfectWh;
        private int pauses;
        private int compared;
        private double worst = 1;

        void add(DayAtTheGrid day) {
            quarterHours += day.quarterHours();
            missed += day.missed();
            missedByOthers += day.missedByOthers();
            pauses += day.pauses();
            deliveredWh += day.deliveredWh();
            wantedWh += day.wantedWh();
        }

        void compare(DayAtTheGrid day, double fair, double perfect) {
            compared++;
            fairWh += fair;
            comparedWh += day.deliveredWh();
            perfectWh += perfect;
            worst = fair > 0 ? Math.min(worst, day.deliveredWh() / fair) : worst;
        }

        void print(double target) {
            System.out.printf(
                    Locale.ROOT,
                    "a year under %.0f kW: %d quarter hours, above the target %d by charging, %d by others alone; %.1f of %.1f MWh delivered%n",
                    target / 1000,
                    quarterHours,
                    missed,
                    missedByOthers,
                    deliveredWh / 1e6,
                    wantedWh / 1e6);
            System.out.printf(
                    Locale.ROOT,
                    "beside linear programs that know the other consumers, %d days: %.2f %% of the energy under the same fairness (worst day %.2f %%), %.2f %% of the most possible without fairness; %d pauses in the year%n",
                    compared,
                    100 * comparedWh / fairWh,
                    100 * worst,
                    100 * comparedWh / perfectWh,
                    pauses);
        }
    }
}
