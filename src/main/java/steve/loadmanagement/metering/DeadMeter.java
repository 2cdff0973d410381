/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.util.stream.Stream;

/**
 * Tells a meter that measures nothing from one that measures zero. A meter of the grid sees its voltage; where it sees none
 * and its register has never counted, in a transaction, its zeros are no measurement. Voltage alone does not tell: behind an
 * open contactor there is none.
 */
final class DeadMeter {

    private DeadMeter() {}

    static boolean shows(MeterReading reading) {
        boolean saysVoltage = !reading.voltages().isEmpty() || reading.voltageOnAny() != null;
        return saysVoltage
                && reading.register() != null
                && reading.register().wattHours() == 0
                && !seesVoltage(reading)
                && !draws(reading);
    }

    private static boolean seesVoltage(MeterReading reading) {
        return Stream.concat(reading.voltages().values().stream(), Stream.ofNullable(reading.voltageOnAny()))
                .anyMatch(volts -> volts.signum() > 0);
    }

    private static boolean draws(MeterReading reading) {
        return Stream.concat(reading.currents().values().stream(), Stream.ofNullable(reading.currentOnAny()))
                        .anyMatch(current -> !current.isZero())
                || reading.power() != null && reading.power().watts() != 0;
    }
}
