/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import de.rwth.idsg.steve.repository.dto.Transaction;
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.service.TransactionService;
import de.rwth.idsg.steve.web.dto.TransactionQueryForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import steve.loadmanagement.control.RunningSessions;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.site.EvseRef;

/**
 * What SteVe knows at our start. Transactions that nobody ever stopped stay active in SteVe: at each EVSE the newest one
 * counts.
 */
public final class SteveSessions implements RunningSessions {

    private final ChargePointService chargePoints;
    private final TransactionService transactions;

    public SteveSessions(ChargePointService chargePoints, TransactionService transactions) {
        this.chargePoints = chargePoints;
        this.transactions = transactions;
    }

    @Override
    public List<Observation> at(Instant now) {
        List<Observation> observations = new ArrayList<>();
        transactions.getTransactions(new TransactionQueryForm()).stream()
                .sorted(Comparator.comparing(Transaction::getId))
                .map(transaction -> new Observation.TransactionStarted(
                        new EvseRef(transaction.getChargeBoxId(), transaction.getConnectorId()),
                        transaction.getId(),
                        JodaTime.instant(transaction.getStartTimestamp()),
                        now,
                        new IdTag(transaction.getOcppIdTag())))
                .forEach(observations::add);
        transactions.getTransactions(new TransactionQueryForm()).stream()
                .map(Transaction::getChargeBoxId)
                .distinct()
                .map(chargeBoxId -> new Observation.StationDisconnected(chargeBoxId, now))
                .forEach(observations::add);
        chargePoints.getChargeBoxIdsOfConnectedJsonStations().stream()
                .map(chargeBoxId -> new Observation.StationConnected(chargeBoxId, now))
                .forEach(observations::add);
        return observations;
    }
}
