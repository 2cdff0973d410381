/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.ocpp;

import de.rwth.idsg.steve.ocpp.task.ChangeConfigurationTask;
import de.rwth.idsg.steve.ocpp.task.ClearChargingProfileTask;
import de.rwth.idsg.steve.ocpp.task.GetCompositeScheduleTask;
import de.rwth.idsg.steve.ocpp.task.GetConfigurationTask;
import de.rwth.idsg.steve.ocpp.task.RemoteStopTransactionTask;
import de.rwth.idsg.steve.ocpp.task.SetChargingProfileTask;
import de.rwth.idsg.steve.ocpp.task.TriggerMessageTask;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import org.springframework.stereotype.Service;
import standin.ocpp.OutgoingCalls;

/** Sends tasks to stations, on the caller's thread. */
@Service
public class ChargePointServiceInvokerImpl {

    private final OutgoingCalls calls;

    public ChargePointServiceInvokerImpl(OutgoingCalls calls) {
        this.calls = calls;
    }

    public void setChargingProfile(ChargePointSelect cp, SetChargingProfileTask task) {
        calls.send(cp, task);
    }

    public void clearChargingProfile(ChargePointSelect cp, ClearChargingProfileTask task) {
        calls.send(cp, task);
    }

    public void getCompositeSchedule(ChargePointSelect cp, GetCompositeScheduleTask task) {
        calls.send(cp, task);
    }

    public void getConfiguration(ChargePointSelect cp, GetConfigurationTask task) {
        calls.send(cp, task);
    }

    public void changeConfiguration(ChargePointSelect cp, ChangeConfigurationTask task) {
        calls.send(cp, task);
    }

    public void triggerMessage(ChargePointSelect cp, TriggerMessageTask task) {
        calls.send(cp, task);
    }

    public void remoteStopTransaction(ChargePointSelect cp, RemoteStopTransactionTask task) {
        calls.send(cp, task);
    }
}
