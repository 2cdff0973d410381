/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.metering.MeterMessage.Entry;
import steve.loadmanagement.metering.SampleReader.Measured;
import steve.loadmanagement.metering.SampleReader.Outcome;
import steve.loadmanagement.metering.SampleReader.Refused;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Power;

/**
 * Reads a meter message: each sample by {@link SampleReader}, of each measurand the {@link Newest}, and from these
 *
 * <pre>
 *   currents = by phase; else on any phase: the sample without a phase, or that of the neutral
 *            ; else, where power comes by phase, power / voltage (measured, or 230 V)
 *   power    = the sample without a phase, unless it is zero beside phases that are not; else the sum of the phases
 *   register = the sample without a phase; else the sum of the phases
 *   offered  = the highest of the phases
 * </pre>
 *
 * Any input gives a reading or a refusal with its reason. No input throws, and the work is bounded.
 */
public final class MeterMessageReader {

    /** No message of a station has more; the rest of a longer one is not looked at. */
    private static final int MOST_SAMPLES = 1_000;

    private static final BigDecimal KILO = BigDecimal.valueOf(1_000);

    private final Map<Measurand, Newest> newest = new EnumMap<>(Measurand.class);
    private final SampleReader samples;
    private @Nullable Refused firstRefused;
    private int looked;
    private int empty;

    private MeterMessageReader(MeterOverrides overrides) {
        this.samples = new SampleReader(overrides);
    }

    public static MeterReading read(MeterMessage message) {
        return read(message, MeterOverrides.NONE);
    }

    public static MeterReading read(MeterMessage message, MeterOverrides overrides) {
        MeterMessageReader reader = new MeterMessageReader(overrides);
        for (Timed entry : inOrder(message.entries())) {
            reader.add(entry);
        }
        if (reader.newest.isEmpty()) {
            return MeterReading.refused(reader.whyNothing(message));
        }
        MeterReading reading = reader.reading();
        return message.isOfTransaction() && DeadMeter.shows(reading)
                ? MeterReading.refused(
                        "the meter is dead: it sees no voltage, no current and no energy in a transaction")
                : reading;
    }

    private record Timed(long millis, List<Sample> samples) {}

    /** By time; an entry that does not say its time belongs to the one before it. */
    private static List<Timed> inOrder(List<Entry> entries) {
        List<Timed> timed = new ArrayList<>();
        long last = 0;
        for (Entry entry : entries.subList(0, Math.min(entries.size(), MOST_SAMPLES))) {
            last = entry.at() == null ? last : millis(entry.at());
            timed.add(new Timed(last, entry.samples()));
        }
        timed.sort(Comparator.comparingLong(Timed::millis));
        return timed;
    }

    /** No station means a time outside of the years 1 to 9999. */
    private static long millis(Instant at) {
        return Math.clamp(at.getEpochSecond(), -62_135_596_800L, 253_402_300_799L) * 1_000 + at.getNano() / 1_000_000;
    }

    private void add(Timed entry) {
        for (Sample sample : entry.samples()) {
            if (looked == MOST_SAMPLES) {
                return;
            }
            looked++;
            switch ((Outcome) samples.read(sample)) {
                case Measured measured ->
                    newest.computeIfAbsent(measured.measurand(), Newest::new).add(entry.millis(), measured);
                case Refused refused -> refuse(refused);
            }
        }
    }

    private void refuse(Refused refused) {
        if (refused.equals(SampleReader.EMPTY)) {
            empty++;
        } else if (firstRefused == null) {
            firstRefused = refused;
        }
    }

    private String whyNothing(MeterMessage message) {
        if (message.entries().isEmpty()) {
            return "no meter value in it";
        }
        if (firstRefused != null) {
            return firstRefused.reason();
        }
        return empty > 0 ? "every value is empty" : "no sampled value in it";
    }

    private MeterReading reading() {
        Map<Conductor, BigDecimal> amperes = values(Measurand.CURRENT_IMPORT);
        Map<Conductor, BigDecimal> volts = values(Measurand.VOLTAGE);
        Map<Conductor, BigDecimal> watts = Kilowatts.mended(values(Measurand.POWER_IMPORT), amperes, volts);
        Map<Phase, BigDecimal> voltsByPhase = byPhase(volts);
        Map<Phase, Current> currents = currents(amperes.isEmpty() ? LoadCurrents.of(watts, volts) : amperes);
        return new MeterReading(
                currents,
                currents.isEmpty() ? onAny(amperes) : null,
                power(watts),
                register(values(Measurand.ENERGY_REGISTER)),
                highest(values(Measurand.CURRENT_OFFERED)),
                voltsByPhase,
                voltsByPhase.isEmpty() ? volts.get(Conductor.ALL) : null,
                values(Measurand.STATE_OF_CHARGE).get(Conductor.ALL),
                null);
    }

    private Map<Conductor, BigDecimal> values(Measurand measurand) {
        Newest values = newest.get(measurand);
        return values == null ? Map.of() : values.byConductor();
    }

    private static Map<Phase, Current> currents(Map<Conductor, BigDecimal> amperes) {
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        for (Map.Entry<Phase, BigDecimal> on : byPhase(amperes).entrySet()) {
            currents.put(on.getKey(), current(on.getValue()));
        }
        return currents;
    }

    /** The neutral carries what the only line carries. */
    private static @Nullable Current onAny(Map<Conductor, BigDecimal> amperes) {
        BigDecimal value = amperes.getOrDefault(Conductor.ALL, amperes.get(Conductor.N));
        return value == null ? null : current(value);
    }

    private static @Nullable Power power(Map<Conductor, BigDecimal> watts) {
        BigDecimal total = watts.get(Conductor.ALL);
        Map<Phase, BigDecimal> phases = byPhase(watts);
        BigDecimal value = total == null || total.signum() == 0 && !phases.isEmpty() ? sum(phases) : total;
        return value == null
                ? null
                : Power.ofWatts(value.setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    private static @Nullable Energy register(Map<Conductor, BigDecimal> wattHours) {
        BigDecimal total = wattHours.get(Conductor.ALL);
        BigDecimal value = total == null ? sum(byPhase(wattHours)) : total;
        return value == null
                ? null
                : Energy.ofWattHours(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static @Nullable Current highest(Map<Conductor, BigDecimal> amperes) {
        return amperes.isEmpty() ? null : current(Collections.max(amperes.values()));
    }

    private static @Nullable BigDecimal sum(Map<Phase, BigDecimal> phases) {
        BigDecimal sum = null;
        for (BigDecimal value : phases.values()) {
            sum = sum == null ? value : sum.add(value);
        }
        return sum;
    }

    private static Map<Phase, BigDecimal> byPhase(Map<Conductor, BigDecimal> values) {
        Map<Phase, BigDecimal> phases = new EnumMap<>(Phase.class);
        for (Map.Entry<Conductor, BigDecimal> on : values.entrySet()) {
            Phase line = on.getKey().line();
            if (line != null) {
                phases.put(line, on.getValue());
            }
        }
        return phases;
    }

    private static Current current(BigDecimal amperes) {
        return Current.ofMilliamps(
                amperes.multiply(KILO).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
}
