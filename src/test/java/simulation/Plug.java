/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Instant;
import ocpp.cp._2015._10.ChargingProfile;
import ocpp.cp._2015._10.ChargingProfilePurposeType;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import org.jspecify.annotations.Nullable;
import standin.station.InstalledProfiles;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.site.EvseRef;

/**
 * One EVSE of a station: what it has installed, the car at it, and what it offers the car.
 *
 * <p>Beside what is really installed it knows what would be, had the station done all that it accepted: the difference is
 * what no load management can help.
 */
final class Plug {

    private final Timeline timeline;
    private final EvseRef evse;
    private final int ratingMa;
    private final Habits habits;
    private final Runnable beforeChange;
    private final InstalledProfiles installed = new InstalledProfiles();
    private final InstalledProfiles accepted = new InstalledProfiles();
    private @Nullable Car car;
    private @Nullable Integer transaction;
    private double registerWh;
    private boolean hasTakenDefault;
    private boolean hasRefusedDefault;
    private boolean isHeld;
    private Manners manners = Manners.good();
    private boolean wasAtZero;
    private boolean isInWatts;

    Plug(Timeline timeline, EvseRef evse, int ratingMa, Habits habits, Runnable beforeChange) {
        this.timeline = timeline;
        this.evse = evse;
        this.ratingMa = ratingMa;
        this.habits = habits;
        this.beforeChange = beforeChange;
    }

    void behave(Manners its) {
        manners = its;
    }

    EvseRef evse() {
        return evse;
    }

    @Nullable
    Car car() {
        return car;
    }

    int drawnMa() {
        return car == null ? 0 : car.drawnMa();
    }

    /** What its station made of a profile for it. */
    void told(SetChargingProfileRequest request, Outcome outcome) {
        beforeChange.run();
        boolean isDefault = request.getConnectorId() == evse.evseId()
                && request.getCsChargingProfiles().getChargingProfilePurpose()
                        == ChargingProfilePurposeType.TX_DEFAULT_PROFILE;
        hasTakenDefault |= isDefault && outcome instanceof Outcome.Accepted;
        hasRefusedDefault |= isDefault && !(outcome instanceof Outcome.Accepted);
    }

    /**
     * What it draws beyond all that its station accepted; all of it where the station refused its default profile, until it took
     * one and the car has followed.
     */
    int uncontrollableMa() {
        if (hasRefusedDefault && !isHeld) {
            isHeld = hasTakenDefault && drawnMa() <= offeredMa();
            return drawnMa();
        }
        return habits.isControllable() && !habits.forgetsOnBoot() ? 0 : Math.max(0, drawnMa() - limit(accepted));
    }

    /** What may be known of it, and whether it can be told something, is about to change. */
    void beforeItsLineChanges() {
        beforeChange.run();
    }

    /**
     * Whether its station says that a car is there and what it draws. Else it may be told nothing more, after a restart or when
     * it says that nobody is there, until its grant falls back.
     */
    boolean isSeen() {
        return isMeasured() && !habits.lies();
    }

    boolean isMeasured() {
        return habits.meterInterval() != null;
    }

    @Nullable
    Integer transaction() {
        return transaction;
    }

    void knows(int transactionId) {
        transaction = transactionId;
    }

    double registerWh() {
        return registerWh + (car == null ? 0 : car.takenWh());
    }

    void plugIn(Car arriving) {
        car = arriving;
        offer();
    }

    void unplug() {
        if (car != null) {
            registerWh += car.takenWh();
            car.unplug();
        }
        car = null;
        transaction = null;
        wasAtZero = false;
        installed.transactionEnded();
        accepted.transactionEnded();
    }

    /** Installs a profile as OCPP 1.6 says; false if it is not one for now. */
    boolean install(ChargingProfile told, boolean doesAsItSays) {
        beforeChange.run();
        isInWatts = ProfileReading.isInWatts(told);
        InstalledProfiles.Profile profile = ProfileReading.of(told, manners, clock());
        boolean isInstalled = accepted.install(profile, transaction);
        if (isInstalled && doesAsItSays) {
            installed.install(profile, transaction);
            for (InstalledProfiles.Period period : profile.periods()) {
                Instant atStation = profile.start().plusSeconds(period.startS());
                timeline.at(atStation.minus(habits.clockOffset()), this::offer);
            }
            offer();
        }
        return isInstalled;
    }

    /** It forgets everything, and is free; what it had accepted is still what it should do. */
    void forget() {
        installed.clear(_ -> true);
        offer();
    }

    /** The grant of the running transaction is lost, the default profile is not. */
    void forgetGrant() {
        installed.transactionEnded();
        accepted.transactionEnded();
        offer();
    }

    private void offer() {
        if (car != null) {
            wasAtZero |= limit(installed) == 0;
            car.offer(offeredMa());
        }
    }

    int offeredMa() {
        int limit = limit(installed);
        return limit > 0 && wasAtZero && manners.isFullAfterZero() ? ratingMa : limit;
    }

    private Instant clock() {
        return timeline.now().plus(habits.clockOffset());
    }

    private int limit(InstalledProfiles profiles) {
        double onOne = profiles.limit(clock(), Double.MAX_VALUE) * 1000;
        int conductors = isInWatts && car != null ? car.phases() : 1;
        return (int) Math.round(Math.min(onOne / conductors, ratingMa));
    }
}
