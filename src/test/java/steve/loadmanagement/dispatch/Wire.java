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
import java.util.function.Function;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.ProfileShape;

/** The dispatcher with simulated stations at its end: profiles as they go over the wire. */
public final class Wire implements Transport {

    private final Stations stations;
    private final Function<EvseRef, ProfileShape> shapes;
    private final Clock clock;

    private Wire(Stations stations, Function<EvseRef, ProfileShape> shapes, Clock clock) {
        this.stations = stations;
        this.shapes = shapes;
        this.clock = clock;
    }

    /** Who takes the profiles. */
    public interface Stations {
        void set(String chargeBoxId, SetChargingProfileRequest request, Consumer<Outcome> landed);
    }

    public static Dispatcher dispatcher(
            Stations stations, Duration timeout, ScheduledExecutorService executor, Clock clock) {
        return dispatcher(stations, _ -> ProfileShape.STANDARD, timeout, executor, clock);
    }

    /** With profiles of these shapes. */
    public static Dispatcher dispatcher(
            Stations stations,
            Function<EvseRef, ProfileShape> shapes,
            Duration timeout,
            ScheduledExecutorService executor,
            Clock clock) {
        return new Dispatcher(new Wire(stations, shapes, clock), timeout, clock, executor, executor);
    }

    @Override
    public void send(Setpoint setpoint, Consumer<Outcome> landed) {
        String chargeBoxId = setpoint.evse().chargeBoxId();
        switch (setpoint) {
            case Setpoint.Default s ->
                stations.set(chargeBoxId, ProfileMapper.request(s, shape(setpoint), clock.instant()), landed);
            case Setpoint.Grant s ->
                stations.set(chargeBoxId, ProfileMapper.request(s, shape(setpoint), clock.instant()), landed);
            case Setpoint.Stop _, Setpoint.Release _ -> landed.accept(new Outcome.NotSupported());
        }
    }

    private ProfileShape shape(Setpoint setpoint) {
        return shapes.apply(setpoint.evse());
    }
}
