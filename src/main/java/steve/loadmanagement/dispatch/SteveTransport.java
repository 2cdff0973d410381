/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import de.rwth.idsg.steve.ocpp.ChargePointServiceInvokerImpl;
import de.rwth.idsg.steve.ocpp.OcppVersion;
import de.rwth.idsg.steve.ocpp.task.ClearChargingProfileTask;
import de.rwth.idsg.steve.ocpp.task.RemoteStopTransactionTask;
import de.rwth.idsg.steve.ocpp.task.SetChargingProfileTaskAdhoc;
import de.rwth.idsg.steve.repository.ChargingProfileRepository;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.web.dto.ocpp.ClearChargingProfileFilterType;
import de.rwth.idsg.steve.web.dto.ocpp.ClearChargingProfileParams;
import de.rwth.idsg.steve.web.dto.ocpp.MultipleChargePointSelect;
import de.rwth.idsg.steve.web.dto.ocpp.RemoteStopTransactionParams;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import ocpp.cp._2015._10.ChargingProfileStatus;
import ocpp.cp._2015._10.ClearChargingProfileStatus;
import ocpp.cp._2015._10.RemoteStartStopStatus;
import ocpp.cp._2015._10.SetChargingProfileRequest;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.ProfileShape;

/**
 * Setpoints through SteVe's command layer: straight to its invoker, which keeps the order and leaks no task. The list of
 * stations is filled before the task is made, for the task lays out its results from it.
 */
public final class SteveTransport implements Transport {

    private final ChargePointServiceInvokerImpl invoker;
    private final ChargePointService chargePoints;
    private final ChargingProfileRepository profiles;
    private final Function<EvseRef, ProfileShape> shapes;
    private final Clock clock;

    public SteveTransport(
            ChargePointServiceInvokerImpl invoker,
            ChargePointService chargePoints,
            ChargingProfileRepository profiles,
            Function<EvseRef, ProfileShape> shapes,
            Clock clock) {
        this.invoker = invoker;
        this.chargePoints = chargePoints;
        this.profiles = profiles;
        this.shapes = shapes;
        this.clock = clock;
    }

    @Override
    public void send(Setpoint setpoint, Consumer<Outcome> landed) {
        List<ChargePointSelect> stations = chargePoints.getChargePointsWithIds(
                OcppVersion.V_16, List.of(setpoint.evse().chargeBoxId()));
        if (stations.isEmpty()) {
            landed.accept(new Outcome.Offline());
            return;
        }
        ChargePointSelect station = stations.getLast();
        switch (setpoint) {
            case Setpoint.Default s ->
                set(station, ProfileMapper.request(s, shapes.apply(s.evse()), clock.instant()), landed);
            case Setpoint.Grant s ->
                set(station, ProfileMapper.request(s, shapes.apply(s.evse()), clock.instant()), landed);
            case Setpoint.Stop s -> stop(station, s, landed);
            case Setpoint.Release s -> clear(station, s, landed);
        }
    }

    private void set(ChargePointSelect station, SetChargingProfileRequest request, Consumer<Outcome> landed) {
        MultipleChargePointSelect params = new MultipleChargePointSelect();
        params.setChargePointSelectList(List.of(station));
        SetChargingProfileTaskAdhoc task = new SetChargingProfileTaskAdhoc(params, request);
        task.addCallback(new Landing<ChargingProfileStatus>(landed, SteveTransport::outcome));
        invoker.setChargingProfile(station, task);
    }

    private void stop(ChargePointSelect station, Setpoint.Stop stop, Consumer<Outcome> landed) {
        RemoteStopTransactionParams params = new RemoteStopTransactionParams();
        params.setChargePointSelectList(List.of(station));
        params.setTransactionId(stop.transactionId());
        RemoteStopTransactionTask task = new RemoteStopTransactionTask(params);
        task.addCallback(new Landing<RemoteStartStopStatus>(landed, status -> switch (status) {
            case ACCEPTED -> new Outcome.Accepted();
            case REJECTED -> new Outcome.Rejected();
        }));
        invoker.remoteStopTransaction(station, task);
    }

    /** All that is ours at that connector in one call: our stack level, whatever the purpose. */
    private void clear(ChargePointSelect station, Setpoint.Release release, Consumer<Outcome> landed) {
        ClearChargingProfileParams params = new ClearChargingProfileParams();
        params.setChargePointSelectList(List.of(station));
        params.setFilterType(ClearChargingProfileFilterType.OtherParameters);
        params.setConnectorId(release.evse().evseId());
        params.setStackLevel(shapes.apply(release.evse()).stackLevel());
        ClearChargingProfileTask task = new ClearChargingProfileTask(params, profiles);
        task.addCallback(new Landing<ClearChargingProfileStatus>(landed, _ -> new Outcome.Accepted()));
        invoker.clearChargingProfile(station, task);
    }

    private static Outcome outcome(ChargingProfileStatus status) {
        return switch (status) {
            case ACCEPTED -> new Outcome.Accepted();
            case REJECTED -> new Outcome.Rejected();
            case NOT_SUPPORTED -> new Outcome.NotSupported();
        };
    }
}
