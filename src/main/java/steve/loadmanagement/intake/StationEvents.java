/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import de.rwth.idsg.steve.service.notification.OcppStationBooted;
import de.rwth.idsg.steve.service.notification.OcppStationStatusUpdate;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketConnected;
import de.rwth.idsg.steve.service.notification.OcppStationWebSocketDisconnected;
import de.rwth.idsg.steve.service.notification.OcppTransactionEnded;
import de.rwth.idsg.steve.service.notification.OcppTransactionStarted;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;

/**
 * SteVe's events. They run on the station's thread, before it is answered, and what they throw reaches the station:
 * everything goes through {@link Handover}.
 */
public final class StationEvents {

    private final Handover handover;
    private final Clock clock;

    public StationEvents(Handover handover, Clock clock) {
        this.handover = handover;
        this.clock = clock;
    }

    @EventListener
    public void on(OcppStationWebSocketConnected event) {
        handover.of(() -> new Observation.StationConnected(event.getChargeBoxId(), clock.instant()));
    }

    @EventListener
    public void on(OcppStationWebSocketDisconnected event) {
        handover.of(() -> new Observation.StationDisconnected(event.getChargeBoxId(), clock.instant()));
    }

    @EventListener
    public void on(OcppStationBooted event) {
        handover.of(() -> new Observation.StationBooted(event.getChargeBoxId(), clock.instant()));
    }

    @EventListener
    public void on(OcppStationStatusUpdate event) {
        if (event.connectorId() > 0) {
            handover.of(() -> new Observation.StatusReported(
                    new EvseRef(event.chargeBoxId(), event.connectorId()),
                    EvseStatus.valueOf(event.status().name()),
                    event.timestamp() == null ? null : JodaTime.instant(event.timestamp()),
                    clock.instant()));
        }
    }

    @EventListener
    public void on(OcppTransactionStarted event) {
        handover.of(() -> new Observation.TransactionStarted(
                new EvseRef(
                        event.getParams().getChargeBoxId(), event.getParams().getConnectorId()),
                event.getTransactionId(),
                JodaTime.instant(event.getParams().getStartTimestamp()),
                clock.instant(),
                new IdTag(event.getParams().getIdTag())));
    }

    @EventListener
    public void on(OcppTransactionEnded event) {
        handover.of(() -> new Observation.TransactionEnded(
                event.getParams().getChargeBoxId(), event.getParams().getTransactionId(), clock.instant()));
    }
}
