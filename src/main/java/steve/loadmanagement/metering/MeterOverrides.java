/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a station's meter, against what its messages say.
 *
 * @param currentUnit of its currents, whatever it writes, such as {@code mA}; null: as it writes
 * @param powerUnit of its powers
 * @param energyUnit of its register
 * @param phaseNames its own names for L1, L2, L3 and N
 */
public record MeterOverrides(
        @Nullable String currentUnit,
        @Nullable String powerUnit,
        @Nullable String energyUnit,
        Map<String, String> phaseNames) {

    /** Nothing: its messages are believed. */
    public static final MeterOverrides NONE = new MeterOverrides(null, null, null, Map.of());

    public MeterOverrides {
        phaseNames = Map.copyOf(phaseNames);
    }

    @Nullable
    SampleUnit unit(Measurand measurand) {
        return switch (measurand.dimension()) {
            case CURRENT -> SampleUnit.named(currentUnit);
            case POWER -> SampleUnit.named(powerUnit);
            case ENERGY -> SampleUnit.named(energyUnit);
            case VOLTAGE, SHARE, OTHER -> null;
        };
    }

    @Nullable
    String phase(@Nullable String text) {
        return text == null || phaseNames.isEmpty() ? text : phaseNames.getOrDefault(text.strip(), text);
    }
}
