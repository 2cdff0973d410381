/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import ocpp.cp._2015._10.ChargingProfile;
import ocpp.cp._2015._10.ChargingRateUnitType;
import ocpp.cp._2015._10.ChargingSchedulePeriod;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import standin.station.InstalledProfiles;
import steve.loadmanagement.unit.Voltage;

/** What a station makes of a charging profile that it is sent. */
final class ProfileReading {

    private ProfileReading() {}

    static InstalledProfiles.Profile of(ChargingProfile profile, Manners manners, Instant clock) {
        return new InstalledProfiles.Profile(
                profile.getChargingProfileId(),
                profile.getStackLevel(),
                switch (profile.getChargingProfilePurpose()) {
                    case CHARGE_POINT_MAX_PROFILE -> InstalledProfiles.Purpose.CHARGE_POINT_MAX;
                    case TX_DEFAULT_PROFILE -> InstalledProfiles.Purpose.TX_DEFAULT;
                    case TX_PROFILE -> InstalledProfiles.Purpose.TX;
                },
                profile.getTransactionId(),
                startOf(profile, clock),
                profile.getChargingSchedule().getChargingSchedulePeriod().stream()
                        .map(period ->
                                new InstalledProfiles.Period(period.getStartPeriod(), amps(profile, period, manners)))
                        .toList());
    }

    private static Instant startOf(ChargingProfile profile, Instant clock) {
        return profile.getChargingSchedule().getStartSchedule() == null
                ? clock
                : Instant.ofEpochMilli(
                        profile.getChargingSchedule().getStartSchedule().getMillis());
    }

    /** Of one phase, and whole steps of its own. */
    private static double amps(ChargingProfile profile, ChargingSchedulePeriod period, Manners manners) {
        double limit = period.getLimit().doubleValue();
        double milliamps = isInWatts(profile) ? limit * 1000 / Voltage.NOMINAL.volts() : limit * 1000;
        return manners.downToStep((int) Math.round(milliamps)) / 1000.0;
    }

    /** Then what it carries is spread over the conductors that the vehicle uses. */
    static boolean isInWatts(ChargingProfile profile) {
        return profile.getChargingSchedule().getChargingRateUnit() == ChargingRateUnitType.W;
    }

    static String words(SetChargingProfileRequest request) {
        String unit = isInWatts(request.getCsChargingProfiles()) ? " W" : " A";
        return request.getCsChargingProfiles().getChargingSchedule().getChargingSchedulePeriod().stream()
                .map(period -> period.getLimit() + unit + " from " + period.getStartPeriod() + " s")
                .collect(joining(", "));
    }
}
