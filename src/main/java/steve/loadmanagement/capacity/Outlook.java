/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import steve.loadmanagement.unit.Power;

/**
 * What other consumers may do before we have reacted.
 *
 * @param baseLoad what they take now
 * @param rise by so much it may be more by then
 * @param reaction from a reading to the cars' having followed
 */
public record Outlook(Power baseLoad, Power rise, Duration reaction) {

    /** They stay as they are. */
    public static Outlook steady(Power baseLoad) {
        return new Outlook(baseLoad, Power.ZERO, Duration.ZERO);
    }
}
