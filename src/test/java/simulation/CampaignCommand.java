/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs a campaign from the command line. What it found is the last line, as JSON; the exit status is 1 where more flowed
 * than a limit bears and the rules could have held it. Before that, a line for each such day says how to see it again. Days run
 * beside each other, as many as there are processors.
 */
public final class CampaignCommand {

    private static final int DAYS = Integer.getInteger("campaign.days", 100);
    private static final long SEED = Long.getLong("campaign.seed", 1);
    private static final boolean HAS_FAULTS = Boolean.parseBoolean(System.getProperty("campaign.faults", "true"));
    private static final boolean IS_TRACED = Boolean.getBoolean("campaign.trace");
    private static final boolean IS_PRICED = Boolean.getBoolean("campaign.price") && !HAS_FAULTS;
    private static final String SESSIONS = System.getProperty("campaign.sessions", "");

    private CampaignCommand() {}

    /** Makes the n-th day. */
    private interface Days {
        CarPark day(int number, Consumer<CarPark> prepare);
    }

    public static void main(String[] arguments) {
        Quiet.logNothing();
        Days days =
                SESSIONS.isEmpty() ? (number, prepare) -> RandomDay.of(SEED + number, HAS_FAULTS, prepare) : recorded();
        PriceOfCaution price = new PriceOfCaution();
        IntStream numbers = IntStream.range(0, DAYS);
        Campaign campaign = new Campaign((IS_TRACED ? numbers : numbers.parallel())
                .mapToObj(number -> {
                    CarPark day = days.day(number, CampaignCommand::trace);
                    if (IS_PRICED) {
                        price.add(day, RandomDay.uncautious(SEED + number));
                    }
                    return report(number, SiteDay.of(day));
                })
                .toList());
        if (IS_PRICED) {
            System.out.println(price);
        }
        System.out.println(campaign.json());
        System.exit(campaign.ampereSecondsOver() > 0 ? 1 : 0);
    }

    private static void trace(CarPark carPark) {
        if (IS_TRACED) {
            carPark.timeline().listen(System.out::println);
        }
    }

    private static Days recorded() {
        int limitKw = Integer.getInteger("campaign.limit_kw", 60);
        LocalDate from = LocalDate.parse(System.getProperty("campaign.from", ""));
        RecordedDays recorded = RecordedDays.of(Path.of(SESSIONS), limitKw);
        return (number, prepare) -> recorded.day(from.plusDays(number), SEED + number, HAS_FAULTS, prepare);
    }

    private static SiteDay report(int number, SiteDay day) {
        if (day.ampereSecondsOver() > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%.1f A s over, %.1f A at the worst at %s; again: mvn -q -Pcampaign %s-Dcampaign.days=1 -Dcampaign.seed=%d -Dcampaign.faults=%s%n",
                    day.ampereSecondsOver(),
                    day.worstOverA(),
                    day.worstAt(),
                    SESSIONS.isEmpty() ? "" : "-Dcampaign.sessions=... -Dcampaign.from=+" + number + "d ",
                    SEED + number,
                    HAS_FAULTS);
        }
        return day;
    }
}
