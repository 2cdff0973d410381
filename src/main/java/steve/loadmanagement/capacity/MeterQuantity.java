/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Phase;

/** What a meter can say: A on a phase, W on a phase, W over all phases; import positive. */
public enum MeterQuantity {
    CURRENT_L1,
    CURRENT_L2,
    CURRENT_L3,
    POWER_L1,
    POWER_L2,
    POWER_L3,
    POWER;

    public static MeterQuantity currentOn(Phase phase) {
        return values()[phase.ordinal()];
    }

    public static MeterQuantity powerOn(Phase phase) {
        return values()[POWER_L1.ordinal() + phase.ordinal()];
    }

    public boolean isCurrent() {
        return ordinal() < POWER_L1.ordinal();
    }

    /** As people write it in register maps and forms: {@code current.L1}, {@code power.L2}, {@code power}. */
    public String key() {
        return switch (this) {
            case POWER -> "power";
            case CURRENT_L1, CURRENT_L2, CURRENT_L3 -> "current." + name().substring("CURRENT_".length());
            case POWER_L1, POWER_L2, POWER_L3 -> "power." + name().substring("POWER_".length());
        };
    }

    /** The quantity of that key, or null. */
    public static @Nullable MeterQuantity ofKey(String key) {
        for (MeterQuantity quantity : values()) {
            if (quantity.key().toLowerCase(Locale.ROOT).equals(key.strip().toLowerCase(Locale.ROOT))) {
                return quantity;
            }
        }
        return null;
    }
}
