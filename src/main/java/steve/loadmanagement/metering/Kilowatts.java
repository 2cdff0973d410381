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

/**
 * Kilowatts that a station sends as watts. Where current flows, the power of the same message is that of the current:
 *
 * <pre>
 *   S = Σ U · I     (at least 230 VA; a current without a phase may flow on three)
 *   0.5 · S ≤ 1000 · ΣP ≤ 1.2 · S  (3.6 · S without a phase)    →    P is in kW
 * </pre>
 */
final class Kilowatts {

    private static final BigDecimal LEAST_VA = BigDecimal.valueOf(230);
    private static final BigDecimal KILO = BigDecimal.valueOf(1_000);
    private static final BigDecimal LOWEST_FACTOR = new BigDecimal("0.5");
    private static final BigDecimal HIGHEST_FACTOR = new BigDecimal("1.2");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private Kilowatts() {}

    /** The powers in watts. */
    static Map<Conductor, BigDecimal> mended(
            Map<Conductor, BigDecimal> watts, Map<Conductor, BigDecimal> amperes, Map<Conductor, BigDecimal> volts) {
        if (watts.isEmpty() || amperes.isEmpty() || !isKilo(total(watts), amperes, volts)) {
            return watts;
        }
        Map<Conductor, BigDecimal> mended = new EnumMap<>(Conductor.class);
        watts.forEach((conductor, power) -> mended.put(conductor, power.multiply(KILO)));
        return mended;
    }

    private static boolean isKilo(
            BigDecimal power, Map<Conductor, BigDecimal> amperes, Map<Conductor, BigDecimal> volts) {
        BigDecimal lines = apparent(amperes, volts, true);
        boolean isByPhase = lines.signum() > 0;
        BigDecimal least = isByPhase ? lines : apparent(amperes, volts, false);
        BigDecimal most = (isByPhase ? least : least.multiply(THREE)).multiply(HIGHEST_FACTOR);
        BigDecimal kilo = power.multiply(KILO);
        return least.compareTo(LEAST_VA) >= 0
                && kilo.compareTo(least.multiply(LOWEST_FACTOR)) >= 0
                && kilo.compareTo(most) <= 0;
    }

    private static BigDecimal apparent(
            Map<Conductor, BigDecimal> amperes, Map<Conductor, BigDecimal> volts, boolean ofLines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Conductor, BigDecimal> on : amperes.entrySet()) {
            if (ofLines == (on.getKey().line() != null)) {
                sum = sum.add(on.getValue().multiply(LoadCurrents.volts(on.getKey(), volts)));
            }
        }
        return sum;
    }

    private static BigDecimal total(Map<Conductor, BigDecimal> watts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Conductor, BigDecimal> on : watts.entrySet()) {
            if (on.getKey() == Conductor.ALL) {
                return on.getValue();
            }
            sum = on.getKey().line() == null ? sum : sum.add(on.getValue());
        }
        return sum;
    }
}
