/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Runs a campaign from the command line; what it found is the last line, as JSON. */
public final class CampaignCommand {

    private CampaignCommand() {}

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        int days = Integer.getInteger("campaign.days", 100);
        long seed = Long.getLong("campaign.seed", 1);
        boolean hasFaults = Boolean.parseBoolean(System.getProperty("campaign.faults", "true"));
        Campaign campaign = new Campaign();
        for (int i = 0; i < days; i++) {
            long daySeed = seed + i;
            CarPark day = RandomDay.of(daySeed, hasFaults, carPark -> {
                if (Boolean.getBoolean("campaign.trace")) {
                    carPark.timeline().listen(System.out::println);
                }
            });
            campaign.add(day);
            TrueLoad load = day.trueLoad();
            if (load.ampereSecondsOver() > 0) {
                System.out.printf(
                        "seed %d: %.1f A s over, %.1f A at %s; again: mvn -q -Pcampaign -Dcampaign.days=1 -Dcampaign.seed=%d -Dcampaign.faults=%s%n",
                        daySeed, load.ampereSecondsOver(), load.worstOverA(), load.worstAt(), daySeed, hasFaults);
            }
        }
        System.out.println(campaign.json());
        System.exit(campaign.ampereSecondsOver() > 0 ? 1 : 0);
    }
}
