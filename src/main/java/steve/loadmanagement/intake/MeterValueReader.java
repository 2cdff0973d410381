/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import static ocpp.cs._2015._10.Measurand.CURRENT_IMPORT;
import static ocpp.cs._2015._10.Measurand.CURRENT_OFFERED;
import static ocpp.cs._2015._10.Measurand.ENERGY_ACTIVE_IMPORT_REGISTER;
import static ocpp.cs._2015._10.Measurand.POWER_ACTIVE_IMPORT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ocpp.cs._2015._10.Measurand;
import ocpp.cs._2015._10.MeterValue;
import ocpp.cs._2015._10.MeterValuesRequest;
import ocpp.cs._2015._10.SampledValue;
import ocpp.cs._2015._10.UnitOfMeasure;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Observation;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Power;

/**
 * Reads one MeterValues message. What OCPP 1.6 lets out has its default: no measurand is the energy register, no unit is
 * that of the measurand. A value that is no number, or absurd, is as if it were not there.
 */
final class MeterValueReader {

    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_AMPERES = BigDecimal.valueOf(2_000);
    private static final BigDecimal MOST_WATTS = BigDecimal.valueOf(2_000_000);
    private static final BigDecimal MOST_WATT_HOURS = new BigDecimal("1e12");
    private static final int LONGEST_NUMBER = 32;

    private final Map<Phase, Current> imported = new EnumMap<>(Phase.class);
    private final Map<Phase, Power> powerByPhase = new EnumMap<>(Phase.class);
    private @Nullable Current importedOnAny;
    private @Nullable Power power;
    private @Nullable Energy register;
    private @Nullable Current offered;

    private MeterValueReader() {}

    /** Connector 0 is the station's main meter, which may stand at the head of a strand. */
    static boolean isOfSomething(MeterValuesRequest request) {
        Integer connectorId = request.getConnectorId();
        return connectorId != null && connectorId >= 0;
    }

    static Observation.MeterRead read(String chargeBoxId, MeterValuesRequest request, Instant receivedAt) {
        List<MeterValue> values = request.getMeterValue().stream()
                .filter(value -> value.getTimestamp() != null)
                .sorted(Comparator.comparing(value -> value.getTimestamp().getMillis()))
                .toList();
        MeterValueReader reader = new MeterValueReader();
        values.forEach(value -> value.getSampledValue().forEach(reader::add));
        Instant measuredAt = values.isEmpty()
                ? receivedAt
                : JodaTime.instant(values.getLast().getTimestamp());
        return new Observation.MeterRead(
                new EvseRef(chargeBoxId, request.getConnectorId()),
                request.getTransactionId(),
                reader.reading(measuredAt, receivedAt));
    }

    private Reading reading(Instant measuredAt, Instant receivedAt) {
        Current any = imported.isEmpty() ? importedOnAny : null;
        ConductorCurrents currents = new ConductorCurrents(
                imported.getOrDefault(Phase.L1, any),
                imported.getOrDefault(Phase.L2, any),
                imported.getOrDefault(Phase.L3, any));
        return new Reading(
                currents.isEmpty() ? null : currents, totalPower(), register, offered, measuredAt, receivedAt);
    }

    private @Nullable Power totalPower() {
        return power != null || powerByPhase.isEmpty()
                ? power
                : powerByPhase.values().stream().reduce(Power.ZERO, Power::plus);
    }

    private void add(SampledValue sample) {
        BigDecimal number = number(sample.getValue());
        Measurand measurand = sample.getMeasurand() == null ? ENERGY_ACTIVE_IMPORT_REGISTER : sample.getMeasurand();
        if (number == null) {
            return;
        }
        if (measurand == CURRENT_IMPORT) {
            addCurrent(sample, number);
        } else if (measurand == CURRENT_OFFERED && isWithin(number, MOST_AMPERES)) {
            offered = current(number);
        } else if (measurand == POWER_ACTIVE_IMPORT) {
            addPower(sample, inBase(number, sample.getUnit() == UnitOfMeasure.K_W));
        } else if (measurand == ENERGY_ACTIVE_IMPORT_REGISTER && sample.getPhase() == null) {
            BigDecimal wattHours = inBase(number, sample.getUnit() == UnitOfMeasure.K_WH);
            register = isWithin(wattHours, MOST_WATT_HOURS) ? Energy.ofWattHours(wattHours.longValue()) : register;
        }
    }

    private void addCurrent(SampledValue sample, BigDecimal amperes) {
        if (!isWithin(amperes, MOST_AMPERES)) {
            return;
        }
        Phase phase = phase(sample.getPhase());
        if (phase != null) {
            imported.put(phase, current(amperes));
        } else if (sample.getPhase() == null) {
            importedOnAny = current(amperes);
        }
    }

    private void addPower(SampledValue sample, BigDecimal watts) {
        if (!isWithin(watts, MOST_WATTS)) {
            return;
        }
        Power value = Power.ofWatts(watts.setScale(0, RoundingMode.CEILING).intValue());
        Phase phase = phase(sample.getPhase());
        if (phase != null) {
            powerByPhase.put(phase, value);
        } else if (sample.getPhase() == null) {
            power = value;
        }
    }

    private static @Nullable Phase phase(ocpp.cs._2015._10.@Nullable Phase phase) {
        if (phase == null) {
            return null;
        }
        return switch (phase) {
            case L_1, L_1_N -> Phase.L1;
            case L_2, L_2_N -> Phase.L2;
            case L_3, L_3_N -> Phase.L3;
            case N, L_1_L_2, L_2_L_3, L_3_L_1 -> null;
        };
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal inBase(BigDecimal number, boolean isKilo) {
        return isKilo ? number.multiply(KILO) : number;
    }

    private static boolean isWithin(BigDecimal number, BigDecimal most) {
        return number.abs().compareTo(most) <= 0;
    }

    private static Current current(BigDecimal amperes) {
        return Current.ofMilliamps(
                amperes.multiply(KILO).setScale(0, RoundingMode.CEILING).intValue());
    }
}
