/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import ocpp.cp._2015._10.ChargingProfile;
import ocpp.cp._2015._10.ChargingProfileKindType;
import ocpp.cp._2015._10.ChargingProfilePurposeType;
import ocpp.cp._2015._10.ChargingRateUnitType;
import ocpp.cp._2015._10.ChargingSchedule;
import ocpp.cp._2015._10.ChargingSchedulePeriod;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.unit.Current;

/**
 * Setpoints as OCPP 1.6 charging profiles (section 7.8). Always absolute, in amperes with at most one decimal, first period
 * at 0, on one stack level and with one id for each purpose and connector, so that ours replace each other. The schedule
 * starts a minute back, as a station's clock may lag.
 */
final class ProfileMapper {

    static final int STACK_LEVEL = 0;

    private static final int FIRST_ID = 800_000;
    private static final int IDS_A_CONNECTOR = 10;
    private static final int DEFAULT_ID = 1;
    private static final int GRANT_ID = 2;
    private static final Duration BACK = Duration.ofMinutes(1);

    private ProfileMapper() {}

    static SetChargingProfileRequest request(Setpoint.Default setpoint, Instant now) {
        return request(
                setpoint.evse().evseId(),
                profile(setpoint.evse().evseId(), DEFAULT_ID, ChargingProfilePurposeType.TX_DEFAULT_PROFILE)
                        .withChargingSchedule(schedule(now, setpoint.current())));
    }

    /** The grant, and after its dead man the fallback, in one profile: when we fall silent the station goes on by itself. */
    static SetChargingProfileRequest request(Setpoint.Grant setpoint, Instant now) {
        ChargingSchedule schedule = schedule(now, setpoint.current());
        if (!setpoint.fallback().equals(setpoint.current())) {
            long deadMan = BACK.plus(setpoint.deadMan()).toSeconds();
            schedule.withChargingSchedulePeriod(period(Math.toIntExact(deadMan), setpoint.fallback()));
        }
        return request(
                setpoint.evse().evseId(),
                profile(setpoint.evse().evseId(), GRANT_ID, ChargingProfilePurposeType.TX_PROFILE)
                        .withTransactionId(setpoint.transactionId())
                        .withChargingSchedule(schedule));
    }

    private static SetChargingProfileRequest request(int connectorId, ChargingProfile profile) {
        return new SetChargingProfileRequest().withConnectorId(connectorId).withCsChargingProfiles(profile);
    }

    private static ChargingProfile profile(int connectorId, int kind, ChargingProfilePurposeType purpose) {
        return new ChargingProfile()
                .withChargingProfileId(FIRST_ID + IDS_A_CONNECTOR * connectorId + kind)
                .withStackLevel(STACK_LEVEL)
                .withChargingProfilePurpose(purpose)
                .withChargingProfileKind(ChargingProfileKindType.ABSOLUTE);
    }

    private static ChargingSchedule schedule(Instant now, Current current) {
        return new ChargingSchedule()
                .withStartSchedule(new DateTime(now.minus(BACK).toEpochMilli(), DateTimeZone.UTC))
                .withChargingRateUnit(ChargingRateUnitType.A)
                .withChargingSchedulePeriod(period(0, current));
    }

    private static ChargingSchedulePeriod period(int startSeconds, Current current) {
        return new ChargingSchedulePeriod().withStartPeriod(startSeconds).withLimit(amps(current));
    }

    /** One decimal at most, never up: some stations refuse more (schema: a multiple of 0.1). */
    private static BigDecimal amps(Current current) {
        BigDecimal amps = current.amps().setScale(1, RoundingMode.FLOOR).stripTrailingZeros();
        return amps.scale() < 0 ? amps.setScale(0, RoundingMode.UNNECESSARY) : amps;
    }
}
