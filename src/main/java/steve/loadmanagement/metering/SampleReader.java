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
import org.jspecify.annotations.Nullable;

/**
 * Reads one sample: a number of a known measurand in A, W, Wh, V or per cent, or a refusal. A unit that does not measure
 * what the measurand is, and a value that no station can have, are refused; so is a negative one, but for the noise of a
 * meter around zero, which is zero.
 */
final class SampleReader {

    /** What no station bears. */
    static final BigDecimal MOST_AMPERES = BigDecimal.valueOf(1_000);

    private static final BigDecimal MOST_WATTS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_WATT_HOURS = new BigDecimal("1e11");
    private static final BigDecimal MOST_VOLTS = BigDecimal.valueOf(1_500);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NOISE_IN_AMPERES = BigDecimal.ONE;
    private static final BigDecimal NOISE_IN_WATTS = BigDecimal.valueOf(230);
    private static final String SIGNED = "SignedData";

    private final MeterOverrides overrides;

    SampleReader(MeterOverrides overrides) {
        this.overrides = overrides;
    }

    /** What a sample comes to. */
    sealed interface Outcome {}

    /**
     * A value that can be used.
     *
     * @param value in A, W, Wh, V or per cent, never negative
     */
    record Measured(Measurand measurand, Conductor conductor, SampleContext context, BigDecimal value)
            implements Outcome {}

    /** None, and why. */
    record Refused(String reason) implements Outcome {}

    static final Refused EMPTY = new Refused("a value is empty");
    private static final Refused UNUSED = new Refused("its measurands say nothing of current, power or energy");

    Outcome read(Sample sample) {
        if (sample.value() == null || SampleText.bare(limited(sample.value())).isEmpty()) {
            return EMPTY;
        }
        if (SIGNED.equalsIgnoreCase(sample.format())) {
            return new Refused("a value is signed data");
        }
        SampleNumber number = SampleNumber.of(sample.value());
        if (number == null) {
            return new Refused("no number: " + limited(sample.value()));
        }
        SampleUnit unit = SampleUnit.named(sample.unit() == null ? number.unit() : limited(sample.unit()));
        String name = sample.measurand();
        Measurand measurand = name == null || name.isBlank() ? Measurand.unnamed(unit) : Measurand.named(limited(name));
        return measurand == null ? UNUSED : read(sample, measurand, unit, number.value());
    }

    private Outcome read(Sample sample, Measurand measurand, @Nullable SampleUnit written, BigDecimal number) {
        if (written != null && written.dimension() != measurand.dimension()) {
            return new Refused(measurand + " in " + limited(String.valueOf(sample.unit())));
        }
        SampleUnit known = overrides.unit(measurand);
        SampleUnit unit = known == null ? written : known;
        BigDecimal value = unit == null ? number : unit.inBase(number);
        if (value.abs().compareTo(most(measurand)) > 0) {
            return new Refused("absurd: " + measurand + " of " + number.toString());
        }
        if (value.signum() < 0 && value.negate().compareTo(noise(measurand)) > 0) {
            return new Refused("negative: " + measurand + " of " + number.toString());
        }
        return measured(sample, measurand, value.max(BigDecimal.ZERO));
    }

    private Outcome measured(Sample sample, Measurand measurand, BigDecimal value) {
        SampleContext context = SampleContext.named(sample.context());
        Conductor conductor = Conductor.named(overrides.phase(sample.phase()));
        if (context != SampleContext.MOST) {
            return new Measured(measurand, conductor, context, value);
        }
        return measurand.dimension() == Dimension.CURRENT
                ? new Measured(Measurand.CURRENT_OFFERED, conductor, SampleContext.PERIODIC, value)
                : UNUSED;
    }

    private static BigDecimal most(Measurand measurand) {
        return switch (measurand.dimension()) {
            case CURRENT -> MOST_AMPERES;
            case POWER -> MOST_WATTS;
            case ENERGY -> MOST_WATT_HOURS;
            case VOLTAGE -> MOST_VOLTS;
            case SHARE, OTHER -> HUNDRED;
        };
    }

    private static BigDecimal noise(Measurand measurand) {
        return switch (measurand.dimension()) {
            case CURRENT -> NOISE_IN_AMPERES;
            case POWER -> NOISE_IN_WATTS;
            case ENERGY, VOLTAGE, SHARE, OTHER -> BigDecimal.ZERO;
        };
    }

    private static String limited(String text) {
        return text.length() <= SampleNumber.LONGEST ? text : text.substring(0, SampleNumber.LONGEST);
    }
}
