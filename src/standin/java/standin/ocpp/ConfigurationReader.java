/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.ocpp.task.GetConfigurationTask;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketConnected;
import de.rwth.idsg.steve.web.dto.ocpp.GetConfigurationParams;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Asks each station for its configuration when it connects, on a thread of the pool, as SteVe does. */
@Component
class ConfigurationReader {

    private final OutgoingCalls calls;
    private final ChargePointService chargePoints;
    private final ThreadPoolTaskScheduler scheduler;

    ConfigurationReader(OutgoingCalls calls, ChargePointService chargePoints, ThreadPoolTaskScheduler scheduler) {
        this.calls = calls;
        this.chargePoints = chargePoints;
        this.scheduler = scheduler;
    }

    @EventListener
    void on(OcppStationWebSocketConnected event) {
        ChargePointSelect station = new ChargePointSelect(OcppProtocol.V_16_JSON, event.getChargeBoxId());
        GetConfigurationParams params = new GetConfigurationParams();
        params.setChargePointSelectList(List.of(station));
        params.setConfKeyList(List.of());
        scheduler.execute(() -> calls.send(station, new GetConfigurationTask(params, chargePoints)));
    }
}
