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
import java.util.EnumMap;
import java.util.Map;
import steve.loadmanagement.unit.Voltage;

/**
 * The currents of a load whose meter shows powers by phase alone: {@code I = P / U} on each, with the voltage measured there
 * or the nominal one. A total power says nothing of one phase's current, for nobody knows on how many it flows.
 */
final class LoadCurrents {

    /** A live phase has at least that, V; a floating one shows anything below. */
    private static final BigDecimal LEAST_VOLTS = BigDecimal.valueOf(150);

    private LoadCurrents() {}

    /** In amperes. */
    static Map<Conductor, BigDecimal> of(Map<Conductor, BigDecimal> watts, Map<Conductor, BigDecimal> volts) {
        Map<Conductor, BigDecimal> amperes = new EnumMap<>(Conductor.class);
        watts.forEach((conductor, power) -> {
            BigDecimal current = Voltage.amperes(power, volts(conductor, volts));
            if (conductor.line() != null && current.compareTo(SampleReader.MOST_AMPERES) <= 0) {
                amperes.put(conductor, current);
            }
        });
        return amperes;
    }

    static BigDecimal volts(Conductor conductor, Map<Conductor, BigDecimal> volts) {
        BigDecimal measured = volts.getOrDefault(conductor, volts.get(Conductor.ALL));
        return measured == null || measured.compareTo(LEAST_VOLTS) < 0
                ? BigDecimal.valueOf(Voltage.NOMINAL.volts())
                : measured;
    }
}
