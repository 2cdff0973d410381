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
import java.math.BigInteger;
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
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.ProfileShape;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Voltage;

/**
 * Setpoints as OCPP 1.6 charging profiles (section 7.8). Always absolute, in amperes with at most one decimal, first period
 * at 0, on one stack level and with one id for each purpose and connector, so that ours replace each other. The schedule
 * starts some time back, as a station's clock may lag.
 */
final class ProfileMapper {

    private static final int FIRST_ID = 800_000;
    private static final int IDS_A_CONNECTOR = 10;
    private static final int DEFAULT_ID = 1;
    private static final int GRANT_ID = 2;
    private static final int STATION_ID = 3;
    private static final int WHOLE_STATION = 0;

    private final ProfileShape shape;
    private final Instant now;

    private ProfileMapper(ProfileShape shape, Instant now) {
        this.shape = shape;
        this.now = now;
    }

    /** What the EVSE does without a grant, and where that rises by itself, in one profile. */
    static SetChargingProfileRequest request(Setpoint.Default setpoint, ProfileShape shape, Instant now) {
        return new ProfileMapper(shape, now).request(setpoint);
    }

    /** The grant, and after its dead man the fallback, in one profile: when we fall silent the station goes on by itself. */
    static SetChargingProfileRequest request(Setpoint.Grant setpoint, ProfileShape shape, Instant now) {
        return new ProfileMapper(shape, now).request(setpoint);
    }

    private SetChargingProfileRequest request(Setpoint.Default setpoint) {
        int evseId = setpoint.evse().evseId();
        ChargingSchedule schedule =
                schedule(setpoint.startsBack(), limit(setpoint.fallback().atFirst(), setpoint.wattPhases()));
        if (setpoint.fallback() instanceof Fallback.BlockThenReserve fallback) {
            schedule.withChargingSchedulePeriod(period(
                    setpoint.startsBack().plus(fallback.after()), limit(fallback.current(), setpoint.wattPhases())));
        }
        return request(evseId, profile(evseId, ChargingProfilePurposeType.TX_DEFAULT_PROFILE, schedule));
    }

    private SetChargingProfileRequest request(Setpoint.Grant setpoint) {
        ChargingSchedule schedule = schedule(setpoint.startsBack(), limit(setpoint.current(), setpoint.wattPhases()));
        Setpoint.DeadMan deadMan = setpoint.deadMan();
        if (deadMan != null && !deadMan.fallback().equals(setpoint.current())) {
            schedule.withChargingSchedulePeriod(period(
                    setpoint.startsBack().plus(deadMan.after()), limit(deadMan.fallback(), deadMan.wattPhases())));
        }
        int evseId = setpoint.evse().evseId();
        return switch (setpoint.purpose()) {
            case TRANSACTION ->
                request(
                        evseId,
                        profile(evseId, ChargingProfilePurposeType.TX_PROFILE, schedule)
                                .withTransactionId(setpoint.transactionId()));
            case DEFAULT -> request(evseId, profile(evseId, ChargingProfilePurposeType.TX_DEFAULT_PROFILE, schedule));
            case STATION ->
                request(
                        WHOLE_STATION,
                        profile(WHOLE_STATION, ChargingProfilePurposeType.CHARGE_POINT_MAX_PROFILE, schedule));
        };
    }

    private static SetChargingProfileRequest request(int connectorId, ChargingProfile profile) {
        return new SetChargingProfileRequest().withConnectorId(connectorId).withCsChargingProfiles(profile);
    }

    private ChargingProfile profile(int connectorId, ChargingProfilePurposeType purpose, ChargingSchedule schedule) {
        return new ChargingProfile()
                .withChargingProfileId(FIRST_ID + IDS_A_CONNECTOR * connectorId + idOf(purpose))
                .withStackLevel(shape.stackLevel())
                .withChargingProfilePurpose(purpose)
                .withChargingProfileKind(
                        switch (shape.kind()) {
                            case ABSOLUTE -> ChargingProfileKindType.ABSOLUTE;
                            case RELATIVE -> ChargingProfileKindType.RELATIVE;
                        })
                .withChargingSchedule(schedule);
    }

    private ChargingSchedule schedule(Duration startsBack, BigDecimal limit) {
        ChargingSchedule schedule = new ChargingSchedule()
                .withChargingRateUnit(
                        switch (shape.unit()) {
                            case ProfileShape.LimitUnit.Amperes _ -> ChargingRateUnitType.A;
                            case ProfileShape.LimitUnit.Watts _ -> ChargingRateUnitType.W;
                        })
                .withChargingSchedulePeriod(
                        new ChargingSchedulePeriod().withStartPeriod(0).withLimit(limit));
        return switch (shape.kind()) {
            case ABSOLUTE ->
                schedule.withStartSchedule(new DateTime(now.minus(startsBack).toEpochMilli(), DateTimeZone.UTC));
            case RELATIVE -> schedule;
        };
    }

    private ChargingSchedulePeriod period(Duration after, BigDecimal limit) {
        return new ChargingSchedulePeriod()
                .withStartPeriod(Math.toIntExact(after.toSeconds()))
                .withLimit(limit);
    }

    private BigDecimal limit(Current current, int wattPhases) {
        return switch (shape.unit()) {
            case ProfileShape.LimitUnit.Amperes _ -> amps(current);
            case ProfileShape.LimitUnit.Watts watts -> watts(current, wattPhases, watts);
        };
    }

    /** Over all phases that it is told as of, and of a DC station what it gives out; never up. */
    private static BigDecimal watts(Current current, int wattPhases, ProfileShape.LimitUnit.Watts unit) {
        return new BigDecimal(BigInteger.valueOf(current.milliamps())
                .multiply(BigInteger.valueOf((long) Voltage.NOMINAL.volts() * wattPhases * unit.efficiencyPercent()))
                .divide(BigInteger.valueOf(100_000)));
    }

    private static int idOf(ChargingProfilePurposeType purpose) {
        return switch (purpose) {
            case TX_DEFAULT_PROFILE -> DEFAULT_ID;
            case TX_PROFILE -> GRANT_ID;
            case CHARGE_POINT_MAX_PROFILE -> STATION_ID;
        };
    }

    /** One decimal at most, never up: some stations refuse more (schema: a multiple of 0.1). */
    private static BigDecimal amps(Current current) {
        BigDecimal amps = current.amps().setScale(1, RoundingMode.FLOOR).stripTrailingZeros();
        return amps.scale() < 0 ? amps.setScale(0, RoundingMode.UNNECESSARY) : amps;
    }
}
