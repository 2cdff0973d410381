/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.station;

import eu.chargetime.ocpp.model.core.ChargingProfile;
import eu.chargetime.ocpp.model.core.ChargingProfilePurposeType;
import java.time.Instant;
import java.util.Arrays;
import standin.station.InstalledProfiles.Period;
import standin.station.InstalledProfiles.Profile;
import standin.station.InstalledProfiles.Purpose;

/** Profiles of the client library as ours. */
final class ProfileReader {

    private ProfileReader() {}

    static Profile read(ChargingProfile profile, Instant now) {
        var schedule = profile.getChargingSchedule();
        return new Profile(
                profile.getChargingProfileId(),
                profile.getStackLevel(),
                purpose(profile.getChargingProfilePurpose()),
                profile.getTransactionId(),
                schedule.getStartSchedule() == null
                        ? now
                        : schedule.getStartSchedule().toInstant(),
                Arrays.stream(schedule.getChargingSchedulePeriod())
                        .map(period -> new Period(period.getStartPeriod(), period.getLimit()))
                        .toList());
    }

    static Purpose purpose(ChargingProfilePurposeType purpose) {
        return switch (purpose) {
            case ChargePointMaxProfile -> Purpose.CHARGE_POINT_MAX;
            case TxDefaultProfile -> Purpose.TX_DEFAULT;
            case TxProfile -> Purpose.TX;
        };
    }
}
