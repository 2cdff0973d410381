/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/** What a meter said, or why it said nothing that can be used. Import is positive. */
public sealed interface MeterReading {

    MeterId meter();

    /** By our clock. */
    Instant at();

    /** It measures. */
    record Measured(MeterId meter, PhaseCurrents currents, Power power, Instant at) implements MeterReading {}

    /** It cannot be reached, or says what makes no sense. */
    record Unusable(MeterId meter, String why, Instant at) implements MeterReading {}

    /** Above these a value is absurd: the wrong register, the wrong word order. */
    BigDecimal MOST_AMPERES = BigDecimal.valueOf(10_000);

    BigDecimal MOST_WATTS = BigDecimal.valueOf(10_000_000);

    /**
     * Makes a reading of raw values in A and W. A meter's currents often lack a sign: its power on that phase gives it.
     * Where a phase is not measured, its power by the voltage; where no phase is, the total, spread.
     */
    static MeterReading of(MeterSettings meter, Map<MeterQuantity, BigDecimal> values, Voltage voltage, Instant at) {
        String absurd = absurd(values);
        if (absurd != null) {
            return new Unusable(meter.id(), absurd, at);
        }
        PhaseCurrents currents = PhaseCurrents.ZERO;
        int known = 0;
        for (Phase phase : Phase.values()) {
            Current current = current(values, phase, voltage);
            known += current == null ? 0 : 1;
            currents = current == null ? currents : currents.with(phase, current);
        }
        BigDecimal total = values.get(MeterQuantity.POWER);
        if (known > 0 && known < Phase.values().length) {
            return new Unusable(meter.id(), "says nothing of some phase: name all three, or the total", at);
        }
        if (known == 0 && total == null) {
            return new Unusable(meter.id(), "says neither a current nor a power", at);
        }
        Power power = total == null ? power(values, currents, voltage) : watts(total);
        return new Measured(meter.id(), known == 0 ? meter.spread().currents(power, voltage) : currents, power, at);
    }

    private static @Nullable String absurd(Map<MeterQuantity, BigDecimal> values) {
        for (Map.Entry<MeterQuantity, BigDecimal> value : values.entrySet()) {
            boolean isCurrent = value.getKey().isCurrent();
            if (value.getValue().abs().compareTo(isCurrent ? MOST_AMPERES : MOST_WATTS) > 0) {
                return value.getKey().key() + " is absurd: more than "
                        + (isCurrent ? MOST_AMPERES + " A" : MOST_WATTS + " W") + ". Is the register map right?";
            }
        }
        return null;
    }

    private static @Nullable Current current(Map<MeterQuantity, BigDecimal> values, Phase phase, Voltage voltage) {
        BigDecimal amperes = values.get(MeterQuantity.currentOn(phase));
        BigDecimal watts = values.get(MeterQuantity.powerOn(phase));
        if (amperes == null) {
            return watts == null ? null : voltage.current(watts(watts), 1);
        }
        boolean isExport = watts != null && watts.signum() < 0 && amperes.signum() > 0;
        BigDecimal signed = isExport ? amperes.negate() : amperes;
        return Current.ofMilliamps(
                signed.movePointRight(3).setScale(0, RoundingMode.CEILING).intValueExact());
    }

    private static Power power(Map<MeterQuantity, BigDecimal> values, PhaseCurrents currents, Voltage voltage) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Phase phase : Phase.values()) {
            BigDecimal watts = values.get(MeterQuantity.powerOn(phase));
            if (watts == null) {
                return voltage.power(currents);
            }
            sum = sum.add(watts);
        }
        return watts(sum);
    }

    private static Power watts(BigDecimal watts) {
        return Power.ofWatts(watts.setScale(0, RoundingMode.CEILING).intValueExact());
    }
}
