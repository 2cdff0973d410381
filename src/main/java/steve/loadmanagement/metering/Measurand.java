/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a sample measures, as far as load management needs it (OCPP 1.6, section 7.31). */
enum Measurand {
    CURRENT_IMPORT("Current.Import", Dimension.CURRENT),
    CURRENT_OFFERED("Current.Offered", Dimension.CURRENT),
    POWER_IMPORT("Power.Active.Import", Dimension.POWER),
    ENERGY_REGISTER("Energy.Active.Import.Register", Dimension.ENERGY),
    VOLTAGE("Voltage", Dimension.VOLTAGE),
    STATE_OF_CHARGE("SoC", Dimension.SHARE);

    private static final Map<String, Measurand> BY_NAME = new HashMap<>();

    static {
        for (Measurand measurand : values()) {
            BY_NAME.put(measurand.name, measurand);
            BY_NAME.put(letters(measurand.name), measurand);
        }
    }

    private final String name;
    private final Dimension dimension;

    Measurand(String name, Dimension dimension) {
        this.name = name;
        this.dimension = dimension;
    }

    Dimension dimension() {
        return dimension;
    }

    /** Of that name, whatever its case and dots; null: one that we do not need. */
    static @Nullable Measurand named(String text) {
        Measurand exact = BY_NAME.get(text);
        return exact != null ? exact : BY_NAME.get(letters(text));
    }

    /** What a sample without a name measures: by OCPP the register, unless its unit says otherwise. */
    static @Nullable Measurand unnamed(@Nullable SampleUnit unit) {
        if (unit == null) {
            return ENERGY_REGISTER;
        }
        return switch (unit.dimension()) {
            case CURRENT -> CURRENT_IMPORT;
            case POWER -> POWER_IMPORT;
            case ENERGY -> ENERGY_REGISTER;
            case VOLTAGE -> VOLTAGE;
            case SHARE -> STATE_OF_CHARGE;
            case OTHER -> null;
        };
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), SampleNumber.LONGEST); i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
