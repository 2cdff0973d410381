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
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Voltage;

/**
 * What a station takes from the grid on each of its conductors, from what its meter says:
 *
 * <pre>
 *   named phases        →  as they are; one that is not named is absent
 *   no named phase      →  on each conductor, or its part of the sum
 *   direct current      →  P / (efficiency · 3 · 230 V) on each: what flows to the vehicle is no grid current
 *   total power alone   →  P / (efficiency · phases · 230 V) on each, where somebody knows the phases; else nothing
 * </pre>
 */
public final class GridCurrents {

    /** Of a rectifier nobody knows: pessimistic. */
    private static final int USUAL_EFFICIENCY_PERCENT = 92;

    private static final int ALL_PHASES = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private GridCurrents() {}

    /** By conductor; empty: it says nothing of the currents. */
    public static Map<Phase, Current> of(MeterReading reading, MeterSetup setup) {
        if (!reading.currents().isEmpty()) {
            return reading.currents();
        }
        if (reading.isOfDirectCurrent()) {
            int efficiency = setup.efficiencyPercent() == 100 ? USUAL_EFFICIENCY_PERCENT : setup.efficiencyPercent();
            return onEach(ofPower(reading, ALL_PHASES, efficiency));
        }
        Current any = reading.currentOnAny();
        if (any != null) {
            Integer phases = setup.phases();
            return onEach(setup.sumsPhases() && phases != null ? part(any, phases) : any);
        }
        return setup.phases() == null ? Map.of() : onEach(ofPower(reading, setup.phases(), setup.efficiencyPercent()));
    }

    private static @Nullable Current ofPower(MeterReading reading, int phases, int efficiencyPercent) {
        if (reading.power() == null) {
            return null;
        }
        BigDecimal fromGrid = BigDecimal.valueOf(reading.power().watts())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf((long) efficiencyPercent * phases), 0, RoundingMode.CEILING);
        BigDecimal amperes = Voltage.amperes(fromGrid, BigDecimal.valueOf(Voltage.NOMINAL.volts()));
        return Current.ofMilliamps(amperes.movePointRight(3).intValueExact());
    }

    private static Current part(Current sum, int phases) {
        return Current.ofMilliamps(Math.ceilDiv(sum.milliamps(), phases));
    }

    private static Map<Phase, Current> onEach(@Nullable Current current) {
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        if (current != null) {
            for (Phase phase : Phase.values()) {
                currents.put(phase, current);
            }
        }
        return currents;
    }
}
