/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Voltage;

/** What a station's main meter, or an EVSE that is only metered, says as a grid meter. */
final class StationMeter {

    private StationMeter() {}

    static MeterReading reading(MeterSettings meter, Reading reading, Voltage voltage) {
        Map<MeterQuantity, BigDecimal> values = new EnumMap<>(MeterQuantity.class);
        ConductorCurrents imported = reading.imported();
        for (Phase phase : Phase.values()) {
            Current current = imported == null ? null : imported.on(phase);
            if (current != null) {
                values.put(MeterQuantity.currentOn(phase), current.amps());
            }
        }
        if (reading.power() != null) {
            values.put(MeterQuantity.POWER, BigDecimal.valueOf(reading.power().watts()));
        }
        return MeterReading.of(meter, values, voltage, reading.receivedAt());
    }
}
