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
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Power;

/**
 * What a meter message says. Null and absent: it says nothing of it, which is not zero.
 *
 * @param currents imported, by the phases that it names
 * @param currentOnAny imported, where it names no phase
 * @param power imported, sum over the phases
 * @param register the energy register, sum over the phases
 * @param offered the highest current that it offers on a phase
 * @param voltages line to neutral, V, by the phases that it names
 * @param voltageOnAny V, where it names no phase
 * @param stateOfCharge of the vehicle, per cent
 * @param refused why nothing of it can be used; null: something can
 */
public record MeterReading(
        Map<Phase, Current> currents,
        @Nullable Current currentOnAny,
        @Nullable Power power,
        @Nullable Energy register,
        @Nullable Current offered,
        Map<Phase, BigDecimal> voltages,
        @Nullable BigDecimal voltageOnAny,
        @Nullable BigDecimal stateOfCharge,
        @Nullable String refused) {

    /** More than that between line and neutral is no grid: the meter sits behind a rectifier. */
    private static final BigDecimal MOST_OF_A_GRID = BigDecimal.valueOf(320);

    public MeterReading {
        currents = ordered(currents);
        voltages = ordered(voltages);
    }

    /** Nothing that can be used, and why. */
    public static MeterReading refused(String reason) {
        return new MeterReading(Map.of(), null, null, null, null, Map.of(), null, null, reason);
    }

    /** Whether its current is one of direct current: it flows to the vehicle, and never in the grid's cable. */
    public boolean isOfDirectCurrent() {
        return currents.isEmpty() && voltageOnAny != null && voltageOnAny.compareTo(MOST_OF_A_GRID) > 0;
    }

    private static <T> Map<Phase, T> ordered(Map<Phase, T> byPhase) {
        EnumMap<Phase, T> copy = new EnumMap<>(Phase.class);
        copy.putAll(byPhase);
        return Collections.unmodifiableMap(copy);
    }
}
