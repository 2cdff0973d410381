/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ocpp.cs._2015._10.MeterValue;
import ocpp.cs._2015._10.MeterValuesRequest;
import ocpp.cs._2015._10.SampledValue;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.metering.GridCurrents;
import steve.loadmanagement.metering.MeterMessage;
import steve.loadmanagement.metering.MeterMessageReader;
import steve.loadmanagement.metering.MeterReading;
import steve.loadmanagement.metering.MeterSetup;
import steve.loadmanagement.metering.Sample;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/** Leads OCPP's classes to {@link MeterMessageReader}, and what it reads to an observation. */
final class MeterValueReader {

    private static final int MAIN_METER = 0;
    private static final int ONLY_EVSE = 1;

    private MeterValueReader() {}

    /** Connector 0 is the station's main meter, which may stand at the head of a strand. */
    static boolean isOfSomething(MeterValuesRequest request) {
        Integer connectorId = request.getConnectorId();
        return connectorId != null && connectorId >= MAIN_METER;
    }

    static Observation.MeterRead read(
            String chargeBoxId, MeterValuesRequest request, MeterSetup setup, Instant receivedAt) {
        MeterReading reading = MeterMessageReader.read(message(request), setup.overrides());
        return new Observation.MeterRead(
                evse(chargeBoxId, request.getConnectorId(), setup),
                request.getTransactionId(),
                new Reading(
                        currents(GridCurrents.of(reading, setup)),
                        reading.power(),
                        reading.register(),
                        reading.offered(),
                        measuredAt(request, receivedAt),
                        receivedAt));
    }

    /** What a station with one EVSE says of itself is said of that EVSE. */
    private static EvseRef evse(String chargeBoxId, int connectorId, MeterSetup setup) {
        return new EvseRef(chargeBoxId, connectorId == MAIN_METER && setup.isMainMeter() ? ONLY_EVSE : connectorId);
    }

    private static @Nullable ConductorCurrents currents(Map<Phase, Current> currents) {
        return currents.isEmpty()
                ? null
                : new ConductorCurrents(currents.get(Phase.L1), currents.get(Phase.L2), currents.get(Phase.L3));
    }

    private static Instant measuredAt(MeterValuesRequest request, Instant receivedAt) {
        Instant latest = null;
        for (MeterValue value : request.getMeterValue()) {
            Instant at = at(value);
            if (at != null && (latest == null || at.isAfter(latest))) {
                latest = at;
            }
        }
        return latest == null ? receivedAt : latest;
    }

    private static @Nullable Instant at(MeterValue value) {
        return value.getTimestamp() == null ? null : JodaTime.instant(value.getTimestamp());
    }

    private static MeterMessage message(MeterValuesRequest request) {
        Integer transaction = request.getTransactionId();
        List<MeterMessage.Entry> entries = new ArrayList<>();
        for (MeterValue value : request.getMeterValue()) {
            List<Sample> samples = new ArrayList<>(value.getSampledValue().size());
            for (SampledValue sampled : value.getSampledValue()) {
                samples.add(sample(sampled));
            }
            entries.add(new MeterMessage.Entry(at(value), samples));
        }
        return new MeterMessage(transaction != null && transaction > 0, entries);
    }

    private static Sample sample(SampledValue sample) {
        return new Sample(
                StationText.plain(sample.getValue()),
                sample.getMeasurand() == null ? null : sample.getMeasurand().value(),
                sample.getPhase() == null ? null : sample.getPhase().value(),
                sample.getUnit() == null ? null : sample.getUnit().value(),
                sample.getContext() == null ? null : sample.getContext().value(),
                sample.getFormat() == null ? null : sample.getFormat().value());
    }
}
