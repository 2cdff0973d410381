/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Takes readings in from any thread, and tells at once whether one shows an overload. */
final class MeterInbox {

    /** More wait for no cycle: the oldest of a meter that floods us go. */
    private static final int LONGEST = 10_000;

    private final Queue<MeterReading> waiting = new ConcurrentLinkedQueue<>();
    private final Map<MeterId, MeterReading> newest = new ConcurrentHashMap<>();
    private volatile Map<MeterId, MeterSettings> meters = Map.of();
    private volatile Map<EvseRef, MeterSettings> stations = Map.of();
    private volatile Map<StrandId, Watched> watched = Map.of();

    /** A metered strand and what it bears at the moment. */
    record Watched(
            Strand strand,
            List<MeterSettings> meters,
            @Nullable PhaseCurrents currents,
            @Nullable Power power) {}

    void know(Map<MeterId, MeterSettings> known, Map<EvseRef, MeterSettings> ofStations) {
        meters = Map.copyOf(known);
        stations = Map.copyOf(ofStations);
        newest.keySet().retainAll(known.keySet());
    }

    void watch(Map<StrandId, Watched> strands) {
        watched = Map.copyOf(strands);
    }

    /** Whether it shows more than its strand bears. */
    boolean add(MeterReading reading) {
        MeterSettings meter = meters.get(reading.meter());
        if (meter == null) {
            return false;
        }
        newest.put(reading.meter(), reading);
        waiting.add(reading);
        if (waiting.size() > LONGEST) {
            waiting.poll();
        }
        return reading instanceof MeterReading.Measured && isOver(watched.get(meter.strand()));
    }

    private boolean isOver(@Nullable Watched strand) {
        if (strand == null) {
            return false;
        }
        PhaseCurrents currents = PhaseCurrents.ZERO;
        Power power = Power.ZERO;
        for (MeterSettings meter : strand.meters()) {
            if (newest.get(meter.id()) instanceof MeterReading.Measured measured) {
                currents = currents.plus(measured.currents());
                power = power.plus(measured.power());
            }
        }
        return strand.currents() != null && !currents.fitsIn(strand.currents())
                || strand.power() != null && power.compareTo(strand.power()) > 0;
    }

    /** The reading of a station's meter that stands at the head of a strand; null: it is none. */
    @Nullable
    MeterReading ofStation(Observation.MeterRead observation) {
        MeterSettings meter = stations.get(observation.evse());
        Watched strand = meter == null ? null : watched.get(meter.strand());
        if (meter == null || strand == null) {
            return null;
        }
        Reading reading = observation.reading();
        if (reading.imported() == null && reading.power() == null) {
            return null;
        }
        return StationMeter.reading(meter, reading, strand.strand().voltage());
    }

    boolean isMeter(EvseRef evse) {
        return stations.containsKey(evse);
    }

    @Nullable
    MeterReading newest(MeterId meter) {
        return newest.get(meter);
    }

    @Nullable
    MeterReading take() {
        return waiting.poll();
    }

    static @Nullable EvseRef station(MeterSettings meter) {
        return meter.source() instanceof MeterSource.OcppStation it
                ? new EvseRef(it.chargeBoxId(), it.connectorId())
                : null;
    }
}
