/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.station;

import eu.chargetime.ocpp.ClientEvents;
import eu.chargetime.ocpp.JSONClient;
import eu.chargetime.ocpp.OccurenceConstraintException;
import eu.chargetime.ocpp.UnsupportedFeatureException;
import eu.chargetime.ocpp.feature.profile.ClientCoreProfile;
import eu.chargetime.ocpp.feature.profile.ClientSmartChargingProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.ChargePointErrorCode;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.MeterValue;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.SampledValue;
import eu.chargetime.ocpp.model.core.StartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StartTransactionRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import standin.vehicle.Vehicle;

/** A station with one connector. Time passes for it when {@link #pass} is called. */
public final class SimulatedStation implements AutoCloseable {

    private static final int CONNECTOR = 1;
    private static final int CONDUCTORS = 3;

    private final String chargeBoxId;
    private final double ratingA;
    private final Clock clock;
    private final InstalledProfiles profiles = new InstalledProfiles();
    private final SmartCharging smartCharging;
    private final JSONClient client;

    private volatile @Nullable Integer transactionId;
    private volatile @Nullable Vehicle vehicle;
    private @Nullable ChargePointStatus status;
    private double registerWh;

    public SimulatedStation(String chargeBoxId, double ratingA, Clock clock) {
        this.chargeBoxId = chargeBoxId;
        this.ratingA = ratingA;
        this.clock = clock;
        this.smartCharging = new SmartCharging(profiles, () -> transactionId, clock);
        this.client = new JSONClient(new ClientCoreProfile(new CoreHandler()), chargeBoxId);
        client.addFeatureProfile(new ClientSmartChargingProfile(smartCharging));
    }

    /**
     * Connects and boots.
     *
     * @param url of the central system, without the station's name
     */
    public void connect(String url) {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        client.connect(url, new ClientEvents() {
            @Override
            public void connectionOpened() {
                opened.complete(null);
            }

            @Override
            public void connectionClosed() {
                opened.completeExceptionally(new IllegalStateException(chargeBoxId + " was disconnected"));
            }
        });
        opened.join();
        send(new BootNotificationRequest("Stand-in", "Simulated 22 kW")).join();
        report(ChargePointStatus.Available);
    }

    /** A car is plugged in, and its driver lets it charge. */
    public void plugIn(Vehicle arriving) {
        report(ChargePointStatus.Preparing);
        StartTransactionRequest request = new StartTransactionRequest(CONNECTOR, "DEMO", (int) registerWh, now());
        StartTransactionConfirmation confirmation =
                (StartTransactionConfirmation) send(request).join();
        transactionId = confirmation.getTransactionId();
        vehicle = arriving;
    }

    /** The car leaves. */
    public void unplug() {
        Integer id = transactionId;
        if (id != null) {
            send(new StopTransactionRequest(id, now(), (int) registerWh)).join();
            profiles.transactionEnded();
            transactionId = null;
            vehicle = null;
            report(ChargePointStatus.Available);
        }
    }

    /** Lets time pass: the car follows what is offered. */
    public void pass(double seconds) {
        Vehicle here = vehicle;
        if (here != null) {
            double before = here.takenWh();
            here.pass(seconds, offeredA());
            registerWh += here.takenWh() - before;
        }
    }

    /** Tells status and meter values, as a station does while a car charges. */
    public void report() {
        Vehicle here = vehicle;
        if (here != null) {
            report(
                    here.watts() > 0
                            ? ChargePointStatus.Charging
                            : offeredA() > 0 ? ChargePointStatus.SuspendedEV : ChargePointStatus.SuspendedEVSE);
            send(meterValues(here));
        }
    }

    /** What the installed profiles allow now, A. */
    public double offeredA() {
        return profiles.limit(clock.instant(), ratingA);
    }

    public String chargeBoxId() {
        return chargeBoxId;
    }

    public @Nullable Vehicle vehicle() {
        return vehicle;
    }

    public int profilesReceived() {
        return smartCharging.received();
    }

    public int profilesAccepted() {
        return smartCharging.accepted();
    }

    @Override
    public void close() {
        client.disconnect();
    }

    private void report(ChargePointStatus newest) {
        if (newest != status) {
            status = newest;
            send(new StatusNotificationRequest(CONNECTOR, ChargePointErrorCode.NoError, newest));
        }
    }

    private MeterValuesRequest meterValues(Vehicle here) {
        List<SampledValue> samples = new ArrayList<>();
        for (int conductor = 1; conductor <= CONDUCTORS; conductor++) {
            samples.add(sample("Current.Import", "L" + conductor, "A", here.ampsOn(conductor)));
        }
        samples.add(sample("Power.Active.Import", null, "W", here.watts()));
        samples.add(sample("Energy.Active.Import.Register", null, "Wh", registerWh));
        samples.add(sample("Current.Offered", null, "A", offeredA()));
        MeterValuesRequest request = new MeterValuesRequest(CONNECTOR);
        request.setTransactionId(transactionId);
        request.setMeterValue(new MeterValue[] {new MeterValue(now(), samples.toArray(SampledValue[]::new))});
        return request;
    }

    private static SampledValue sample(String measurand, @Nullable String phase, String unit, double value) {
        SampledValue sample = new SampledValue(String.format(Locale.ROOT, "%.2f", value));
        sample.setMeasurand(measurand);
        sample.setUnit(unit);
        if (phase != null) {
            sample.setPhase(phase);
        }
        return sample;
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }

    private CompletableFuture<Confirmation> send(Request request) {
        try {
            CompletionStage<Confirmation> confirmation = client.send(request);
            return confirmation.toCompletableFuture();
        } catch (OccurenceConstraintException | UnsupportedFeatureException e) {
            throw new IllegalStateException(
                    chargeBoxId + " cannot send " + request.getClass().getSimpleName(), e);
        }
    }
}
