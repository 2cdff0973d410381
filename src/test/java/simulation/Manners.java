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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import ocpp.cp._2015._10.ChargingProfile;
import ocpp.cp._2015._10.ChargingProfileKindType;
import ocpp.cp._2015._10.ChargingProfilePurposeType;
import ocpp.cp._2015._10.ChargingRateUnitType;
import org.jspecify.annotations.Nullable;

/** How a make of stations deals with charging profiles, for better or worse. */
final class Manners {

    /** What becomes of a profile. */
    enum Verdict {
        OBEYED,
        IGNORED,
        REJECTED,
        NOT_SUPPORTED
    }

    private final Set<ChargingProfilePurposeType> rejected = EnumSet.noneOf(ChargingProfilePurposeType.class);
    private final Set<ChargingProfilePurposeType> notSupported = EnumSet.noneOf(ChargingProfilePurposeType.class);
    private final Set<ChargingProfilePurposeType> ignored = EnumSet.noneOf(ChargingProfilePurposeType.class);
    private final Deque<Instant> writes = new ArrayDeque<>();
    private @Nullable ChargingRateUnitType onlyUnit;
    private boolean onlyLevelZero;
    private boolean onlyAbsolute;
    private boolean fullAfterZero;
    private boolean defaultHoldsNextTime;
    private int stepMa = 1;
    private int writesADay = Integer.MAX_VALUE;

    static Manners good() {
        return new Manners();
    }

    Manners rejects(ChargingProfilePurposeType... purposes) {
        rejected.addAll(Set.of(purposes));
        return this;
    }

    Manners doesNotSupport(ChargingProfilePurposeType... purposes) {
        notSupported.addAll(Set.of(purposes));
        return this;
    }

    Manners ignores(ChargingProfilePurposeType... purposes) {
        ignored.addAll(Set.of(purposes));
        return this;
    }

    Manners takesOnly(ChargingRateUnitType unit) {
        onlyUnit = unit;
        return this;
    }

    Manners takesOnlyLevelZero() {
        onlyLevelZero = true;
        return this;
    }

    Manners takesOnlyAbsolute() {
        onlyAbsolute = true;
        return this;
    }

    Manners givesAllAfterZero() {
        fullAfterZero = true;
        return this;
    }

    Manners appliesADefaultNextTime() {
        defaultHoldsNextTime = true;
        return this;
    }

    Manners resolves(int milliamps) {
        stepMa = milliamps;
        return this;
    }

    Manners bearsWritesADay(int most) {
        writesADay = most;
        return this;
    }

    boolean isFullAfterZero() {
        return fullAfterZero;
    }

    int downToStep(int milliamps) {
        return milliamps - milliamps % stepMa;
    }

    Verdict of(ChargingProfile profile, boolean isCharging, Instant now) {
        ChargingProfilePurposeType purpose = profile.getChargingProfilePurpose();
        if (notSupported.contains(purpose)) {
            return Verdict.NOT_SUPPORTED;
        }
        if (rejected.contains(purpose) || isMalformed(profile) || isWornOut(now)) {
            return Verdict.REJECTED;
        }
        boolean isForNextTime =
                defaultHoldsNextTime && isCharging && purpose == ChargingProfilePurposeType.TX_DEFAULT_PROFILE;
        return ignored.contains(purpose) || isForNextTime ? Verdict.IGNORED : Verdict.OBEYED;
    }

    private boolean isMalformed(ChargingProfile profile) {
        ChargingRateUnitType unit = profile.getChargingSchedule().getChargingRateUnit();
        return onlyUnit != null && unit != onlyUnit
                || onlyLevelZero && profile.getStackLevel() != 0
                || onlyAbsolute && profile.getChargingProfileKind() != ChargingProfileKindType.ABSOLUTE;
    }

    private boolean isWornOut(Instant now) {
        while (!writes.isEmpty() && writes.peek().isBefore(now.minus(Duration.ofDays(1)))) {
            writes.remove();
        }
        writes.add(now);
        return writes.size() > writesADay;
    }
}
