/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.service;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.repository.dto.InsertTransactionParams;
import de.rwth.idsg.steve.repository.dto.UpdateTransactionParams;
import de.rwth.idsg.steve.service.notification.OcppStationBooted;
import de.rwth.idsg.steve.service.notification.OcppStationStatusUpdate;
import de.rwth.idsg.steve.service.notification.OcppTransactionEnded;
import de.rwth.idsg.steve.service.notification.OcppTransactionStarted;
import java.time.Clock;
import java.util.Optional;
import ocpp.cs._2015._10.AuthorizationStatus;
import ocpp.cs._2015._10.AuthorizeRequest;
import ocpp.cs._2015._10.AuthorizeResponse;
import ocpp.cs._2015._10.BootNotificationRequest;
import ocpp.cs._2015._10.BootNotificationResponse;
import ocpp.cs._2015._10.DataTransferRequest;
import ocpp.cs._2015._10.DataTransferResponse;
import ocpp.cs._2015._10.DataTransferStatus;
import ocpp.cs._2015._10.HeartbeatRequest;
import ocpp.cs._2015._10.HeartbeatResponse;
import ocpp.cs._2015._10.IdTagInfo;
import ocpp.cs._2015._10.MeterValuesRequest;
import ocpp.cs._2015._10.MeterValuesResponse;
import ocpp.cs._2015._10.RegistrationStatus;
import ocpp.cs._2015._10.StartTransactionRequest;
import ocpp.cs._2015._10.StartTransactionResponse;
import ocpp.cs._2015._10.StatusNotificationRequest;
import ocpp.cs._2015._10.StatusNotificationResponse;
import ocpp.cs._2015._10.StopTransactionRequest;
import ocpp.cs._2015._10.StopTransactionResponse;
import org.joda.time.DateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import standin.store.MeterValues;
import standin.store.Stations;
import standin.store.Transactions;

/** Answers the stations. Events are published on the station's thread, before its answer is sent. */
@Service
public class CentralSystemService16_Service {

    private static final int HEARTBEAT_INTERVAL_S = 14_400;

    private final Stations stations;
    private final Transactions transactions;
    private final MeterValues meterValues;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public CentralSystemService16_Service(
            Stations stations,
            Transactions transactions,
            MeterValues meterValues,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stations = stations;
        this.transactions = transactions;
        this.meterValues = meterValues;
        this.events = events;
        this.clock = clock;
    }

    public BootNotificationResponse bootNotification(
            BootNotificationRequest parameters, String chargeBoxIdentity, OcppProtocol ocppProtocol) {
        events.publishEvent(new OcppStationBooted(chargeBoxIdentity, Optional.of(RegistrationStatus.ACCEPTED)));
        return new BootNotificationResponse()
                .withStatus(RegistrationStatus.ACCEPTED)
                .withCurrentTime(now())
                .withInterval(HEARTBEAT_INTERVAL_S);
    }

    public HeartbeatResponse heartbeat(HeartbeatRequest parameters, String chargeBoxIdentity) {
        return new HeartbeatResponse().withCurrentTime(now());
    }

    public AuthorizeResponse authorize(AuthorizeRequest parameters, String chargeBoxIdentity) {
        return new AuthorizeResponse().withIdTagInfo(accepted());
    }

    public StatusNotificationResponse statusNotification(
            StatusNotificationRequest parameters, String chargeBoxIdentity) {
        if (parameters.getConnectorId() < 0) {
            return new StatusNotificationResponse();
        }
        DateTime timestamp = parameters.isSetTimestamp() ? parameters.getTimestamp() : now();
        stations.status(
                chargeBoxIdentity,
                parameters.getConnectorId(),
                parameters.getStatus().value(),
                timestamp);
        events.publishEvent(new OcppStationStatusUpdate(
                chargeBoxIdentity,
                parameters.getConnectorId(),
                parameters.getStatus(),
                parameters.getErrorCode(),
                timestamp));
        return new StatusNotificationResponse();
    }

    /** Values of a transaction that is unknown, stopped or at another connector are dropped, and answered all the same. */
    public MeterValuesResponse meterValues(MeterValuesRequest parameters, String chargeBoxIdentity) {
        Integer id = parameters.getTransactionId();
        Integer transactionId = id == null || id < 1 ? null : id;
        if (transactionId == null
                || transactions.isRunning(chargeBoxIdentity, parameters.getConnectorId(), transactionId)) {
            meterValues.insert(
                    chargeBoxIdentity, parameters.getConnectorId(), transactionId, parameters.getMeterValue());
        }
        return new MeterValuesResponse();
    }

    public StartTransactionResponse startTransaction(StartTransactionRequest parameters, String chargeBoxIdentity) {
        InsertTransactionParams params = new InsertTransactionParams(
                chargeBoxIdentity,
                parameters.getConnectorId(),
                parameters.getIdTag(),
                parameters.getTimestamp(),
                Integer.toString(parameters.getMeterStart()));
        int transactionId = transactions.insert(params);
        events.publishEvent(new OcppTransactionStarted(transactionId, params));
        return new StartTransactionResponse().withIdTagInfo(accepted()).withTransactionId(transactionId);
    }

    /** A stop that makes no sense is answered, but publishes nothing. */
    public StopTransactionResponse stopTransaction(StopTransactionRequest parameters, String chargeBoxIdentity) {
        UpdateTransactionParams params = new UpdateTransactionParams(
                chargeBoxIdentity,
                parameters.getTransactionId(),
                parameters.getTimestamp(),
                Integer.toString(parameters.getMeterStop()));
        if (transactions.stop(params)) {
            events.publishEvent(new OcppTransactionEnded(params));
        }
        return new StopTransactionResponse();
    }

    public DataTransferResponse dataTransfer(DataTransferRequest parameters, String chargeBoxIdentity) {
        return new DataTransferResponse().withStatus(DataTransferStatus.REJECTED);
    }

    private static IdTagInfo accepted() {
        return new IdTagInfo().withStatus(AuthorizationStatus.ACCEPTED);
    }

    private DateTime now() {
        return new DateTime(clock.millis());
    }
}
