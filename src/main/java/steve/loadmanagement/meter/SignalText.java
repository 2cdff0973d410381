/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalSource.MqttLimit;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Reads what a message says of dimming and limits. */
final class SignalText {

    private static final List<String> DIMMED = List.of("true", "1", "on", "dimmed", "active");
    private static final List<String> RELEASED = List.of("false", "0", "off", "released", "inactive");
    private static final BigDecimal LONGEST_S =
            BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private SignalText() {}

    /** Whether it dims. */
    static boolean isDimmed(String text, ValuePath state) throws MeterFailure {
        String found = TextValues.text(text, state);
        String word = found == null ? "" : found.strip().toLowerCase(Locale.ROOT);
        if (DIMMED.contains(word)) {
            return true;
        }
        if (RELEASED.contains(word)) {
            return false;
        }
        throw new MeterFailure("neither one of " + DIMMED + " nor of " + RELEASED + " but "
                + (found == null ? "nothing" : "'" + TextValues.cut(found) + "'"));
    }

    /** What is left of grid draw; null: it says nothing of it. */
    static @Nullable Power left(String text, @Nullable ValuePath limit) throws MeterFailure {
        return limit == null || TextValues.text(text, limit) == null
                ? null
                : watts(MeterQuantity.POWER, TextValues.number(text, limit));
    }

    /** The limit in A, W or both. */
    static Limit limit(String text, MqttLimit source) throws MeterFailure {
        Map<MeterQuantity, BigDecimal> values = TextValues.of(text, source.values());
        PhaseCurrents currents = null;
        for (Phase phase : Phase.values()) {
            MeterQuantity quantity = MeterQuantity.currentOn(phase);
            BigDecimal amperes = values.get(quantity);
            if (amperes != null) {
                currents = (currents == null ? PhaseCurrents.ZERO : currents).with(phase, current(quantity, amperes));
            }
        }
        BigDecimal power = values.get(MeterQuantity.POWER);
        return new Limit(currents, power == null ? null : watts(MeterQuantity.POWER, power), LimitSource.MQTT);
    }

    /** How long the limit holds. */
    static Duration validFor(String text, MqttLimit source) throws MeterFailure {
        ValuePath validity = source.validity();
        if (validity == null || TextValues.text(text, validity) == null) {
            return source.validFor();
        }
        BigDecimal seconds = TextValues.number(text, validity);
        if (seconds.signum() < 0 || seconds.compareTo(LONGEST_S) > 0) {
            throw new MeterFailure("a limit holds from 0 s to a year, not " + seconds.toPlainString() + " s");
        }
        return Duration.ofSeconds(seconds.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static Current current(MeterQuantity quantity, BigDecimal amperes) throws MeterFailure {
        return Current.ofMilliamps(within(quantity, amperes, MeterReading.MOST_AMPERES)
                .movePointRight(3)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact());
    }

    private static Power watts(MeterQuantity quantity, BigDecimal watts) throws MeterFailure {
        return Power.ofWatts(within(quantity, watts, MeterReading.MOST_WATTS)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact());
    }

    private static BigDecimal within(MeterQuantity quantity, BigDecimal value, BigDecimal most) throws MeterFailure {
        if (value.signum() < 0 || value.compareTo(most) > 0) {
            throw new MeterFailure("a limit of " + quantity.key() + " is from 0 to " + most + ", not "
                    + TextValues.cut(value.toPlainString()));
        }
        return value;
    }
}
