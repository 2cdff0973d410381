/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.station;

import eu.chargetime.ocpp.feature.profile.ClientSmartChargingEventHandler;
import eu.chargetime.ocpp.model.smartcharging.ChargingProfileStatus;
import eu.chargetime.ocpp.model.smartcharging.ClearChargingProfileConfirmation;
import eu.chargetime.ocpp.model.smartcharging.ClearChargingProfileRequest;
import eu.chargetime.ocpp.model.smartcharging.ClearChargingProfileStatus;
import eu.chargetime.ocpp.model.smartcharging.GetCompositeScheduleConfirmation;
import eu.chargetime.ocpp.model.smartcharging.GetCompositeScheduleRequest;
import eu.chargetime.ocpp.model.smartcharging.GetCompositeScheduleStatus;
import eu.chargetime.ocpp.model.smartcharging.SetChargingProfileConfirmation;
import eu.chargetime.ocpp.model.smartcharging.SetChargingProfileRequest;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The smart charging profile of a station: installs, clears, counts. */
final class SmartCharging implements ClientSmartChargingEventHandler {

    private final InstalledProfiles profiles;
    private final Supplier<@Nullable Integer> runningTransaction;
    private final Clock clock;
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    SmartCharging(InstalledProfiles profiles, Supplier<@Nullable Integer> runningTransaction, Clock clock) {
        this.profiles = profiles;
        this.runningTransaction = runningTransaction;
        this.clock = clock;
    }

    int received() {
        return received.get();
    }

    int accepted() {
        return accepted.get();
    }

    @Override
    public SetChargingProfileConfirmation handleSetChargingProfileRequest(SetChargingProfileRequest request) {
        received.incrementAndGet();
        boolean isInstalled = profiles.install(
                ProfileReader.read(request.getCsChargingProfiles(), clock.instant()), runningTransaction.get());
        if (isInstalled) {
            accepted.incrementAndGet();
        }
        return new SetChargingProfileConfirmation(
                isInstalled ? ChargingProfileStatus.Accepted : ChargingProfileStatus.Rejected);
    }

    @Override
    public ClearChargingProfileConfirmation handleClearChargingProfileRequest(ClearChargingProfileRequest request) {
        boolean isCleared = profiles.clear(profile -> (request.getId() == null || request.getId() == profile.id())
                && (request.getStackLevel() == null || request.getStackLevel() == profile.stackLevel())
                && (request.getChargingProfilePurpose() == null
                        || ProfileReader.purpose(request.getChargingProfilePurpose()) == profile.purpose()));
        return new ClearChargingProfileConfirmation(
                isCleared ? ClearChargingProfileStatus.Accepted : ClearChargingProfileStatus.Unknown);
    }

    @Override
    public GetCompositeScheduleConfirmation handleGetCompositeScheduleRequest(GetCompositeScheduleRequest request) {
        return new GetCompositeScheduleConfirmation(GetCompositeScheduleStatus.Rejected);
    }
}
