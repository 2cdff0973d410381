/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;

/** The dispatcher with simulated stations at its end: profiles as they go over the wire. */
public final class Wire implements Transport {

    private final Stations stations;
    private final Clock clock;

    private Wire(Stations stations, Clock clock) {
        this.stations = stations;
        this.clock = clock;
    }

    /** Who takes the profiles. */
    public interface Stations {
        void set(String chargeBoxId, SetChargingProfileRequest request, Consumer<Outcome> landed);
    }

    public static Dispatcher dispatcher(
            Stations stations, Duration timeout, ScheduledExecutorService executor, Clock clock) {
        return new Dispatcher(new Wire(stations, clock), timeout, clock, executor, executor);
    }

    @Override
    public void send(Setpoint setpoint, Consumer<Outcome> landed) {
        String chargeBoxId = setpoint.evse().chargeBoxId();
        switch (setpoint) {
            case Setpoint.Default s -> stations.set(chargeBoxId, ProfileMapper.request(s, clock.instant()), landed);
            case Setpoint.Grant s -> stations.set(chargeBoxId, ProfileMapper.request(s, clock.instant()), landed);
            case Setpoint.Stop _, Setpoint.Release _ -> landed.accept(new Outcome.NotSupported());
        }
    }
}
