/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ocpp.cp._2015._10.ChargingProfile;
import ocpp.cp._2015._10.ChargingProfileKindType;
import ocpp.cp._2015._10.ChargingProfilePurposeType;
import ocpp.cp._2015._10.ChargingRateUnitType;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.ProfileShape;
import steve.loadmanagement.site.ProfileShape.LimitUnit;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;

/** Setpoints as charging profiles that stations accept. */
class ProfileMapperTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration BACK = Duration.ofMinutes(1);
    private static final EvseRef EVSE = new EvseRef("CP1", 2);

    private static SetChargingProfileRequest grant(Current current, Current fallback) {
        return grant(current, new Setpoint.DeadMan(Duration.ofMinutes(30), fallback, 3), ProfilePurpose.TRANSACTION);
    }

    private static SetChargingProfileRequest grant(
            Current current, Setpoint.@Nullable DeadMan deadMan, ProfilePurpose purpose) {
        return ProfileMapper.request(
                new Setpoint.Grant(EVSE, 7, current, deadMan, purpose, BACK, 3), ProfileShape.STANDARD, NOON);
    }

    private static List<String> periods(ChargingProfile profile) {
        return profile.getChargingSchedule().getChargingSchedulePeriod().stream()
                .map(period -> period.getStartPeriod() + " s: " + period.getLimit())
                .toList();
    }

    @Test
    void aGrantIsForItsTransactionAndFallsBackByItself() {
        SetChargingProfileRequest request = grant(amps(16), Current.ZERO);
        ChargingProfile profile = request.getCsChargingProfiles();
        assertThat(request.getConnectorId()).isEqualTo(2);
        assertThat(profile.getTransactionId()).isEqualTo(7);
        assertThat(profile.getChargingProfilePurpose()).isEqualTo(ChargingProfilePurposeType.TX_PROFILE);
        assertThat(profile.getChargingProfileKind()).isEqualTo(ChargingProfileKindType.ABSOLUTE);
        assertThat(profile.getChargingSchedule().getDuration()).isNull();
        assertThat(profile.getChargingSchedule().getStartSchedule().getMillis())
                .isEqualTo(NOON.minusSeconds(60).toEpochMilli());
        assertThat(periods(profile)).containsExactly("0 s: 16", "1860 s: 0");
    }

    @Test
    void aDefaultIsForEveryTransaction() {
        ChargingProfile profile = ProfileMapper.request(
                        new Setpoint.Default(EVSE, new Fallback.Block(), BACK, 3), ProfileShape.STANDARD, NOON)
                .getCsChargingProfiles();
        assertThat(profile.getTransactionId()).isNull();
        assertThat(profile.getChargingProfilePurpose()).isEqualTo(ChargingProfilePurposeType.TX_DEFAULT_PROFILE);
        assertThat(periods(profile)).containsExactly("0 s: 0");
    }

    @Test
    void aDefaultThatRisesByItselfDoesSoInItsSecondPeriod() {
        Fallback rising = new Fallback.BlockThenReserve(amps(6), Duration.ofHours(4));
        ChargingProfile profile = ProfileMapper.request(
                        new Setpoint.Default(EVSE, rising, BACK, 3), ProfileShape.STANDARD, NOON)
                .getCsChargingProfiles();
        assertThat(periods(profile)).containsExactly("0 s: 0", "14460 s: 6");
    }

    @Test
    void aGrantWithoutADeadManHasOnePeriod() {
        ChargingProfile profile =
                grant(amps(16), null, ProfilePurpose.TRANSACTION).getCsChargingProfiles();
        assertThat(periods(profile)).containsExactly("0 s: 16");
    }

    @Test
    void aGrantByTheDefaultProfileNamesNoTransaction() {
        SetChargingProfileRequest request = grant(amps(16), null, ProfilePurpose.DEFAULT);
        assertThat(request.getConnectorId()).isEqualTo(2);
        assertThat(request.getCsChargingProfiles().getTransactionId()).isNull();
        assertThat(request.getCsChargingProfiles().getChargingProfilePurpose())
                .isEqualTo(ChargingProfilePurposeType.TX_DEFAULT_PROFILE);
    }

    @Test
    void aGrantForTheWholeStationIsForItsConnectorZero() {
        SetChargingProfileRequest request = grant(amps(16), null, ProfilePurpose.STATION);
        assertThat(request.getConnectorId()).isZero();
        assertThat(request.getCsChargingProfiles().getChargingProfilePurpose())
                .isEqualTo(ChargingProfilePurposeType.CHARGE_POINT_MAX_PROFILE);
    }

    @Test
    void oursReplaceEachOther() {
        ChargingProfile first = grant(amps(16), Current.ZERO).getCsChargingProfiles();
        ChargingProfile second = grant(amps(8), Current.ZERO).getCsChargingProfiles();
        assertThat(second.getChargingProfileId()).isEqualTo(first.getChargingProfileId());
        assertThat(second.getStackLevel()).isEqualTo(first.getStackLevel());
    }

    @ParameterizedTest
    @CsvSource({"16000, 16", "14490, 14.4", "14499, 14.4", "10000, 10", "100000, 100", "6100, 6.1"})
    void aLimitHasOneDecimalAtMostAndIsNeverRoundedUp(int milliamps, BigDecimal limit) {
        ChargingProfile profile =
                grant(Current.ofMilliamps(milliamps), Current.ZERO).getCsChargingProfiles();
        assertThat(profile.getChargingSchedule()
                        .getChargingSchedulePeriod()
                        .getFirst()
                        .getLimit())
                .isEqualTo(limit);
    }

    @Test
    void aStationThatTakesWattsIsToldWhatItsConductorsCarryTogether() {
        ChargingProfile profile = shaped(new ProfileShape(2, ProfileShape.Kind.ABSOLUTE, new LimitUnit.Watts(100)));
        assertThat(profile.getStackLevel()).isEqualTo(2);
        assertThat(profile.getChargingSchedule().getChargingRateUnit()).isEqualTo(ChargingRateUnitType.W);
        assertThat(periods(profile)).containsExactly("0 s: 11040");
    }

    @Test
    void aRectifierGivesOutLessThanItTakes() {
        assertThat(periods(shaped(new ProfileShape(0, ProfileShape.Kind.ABSOLUTE, new LimitUnit.Watts(94)))))
                .containsExactly("0 s: 10377");
    }

    @Test
    void aRelativeProfileNamesNoTime() {
        ChargingProfile profile = shaped(new ProfileShape(0, ProfileShape.Kind.RELATIVE, new LimitUnit.Amperes()));
        assertThat(profile.getChargingProfileKind()).isEqualTo(ChargingProfileKindType.RELATIVE);
        assertThat(profile.getChargingSchedule().getStartSchedule()).isNull();
    }

    private static ChargingProfile shaped(ProfileShape shape) {
        Setpoint.Grant grant = new Setpoint.Grant(EVSE, 7, amps(16), null, ProfilePurpose.TRANSACTION, BACK, 3);
        return ProfileMapper.request(grant, shape, NOON).getCsChargingProfiles();
    }
}
