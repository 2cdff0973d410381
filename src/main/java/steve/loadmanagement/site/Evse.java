/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Wiring;

/**
 * An EVSE and how it hangs on its strand. All currents are per phase.
 *
 * @param rating what the hardware bears
 * @param minimum least current at which a vehicle charges; 6 A by IEC 61851-1
 * @param step what the station resolves: 0.1 A or 1 A
 * @param fallback its default profile: its own or the strand's
 * @param weight factor on its share, 1 or more
 * @param controllable false where it takes no profiles: its rating is reserved
 * @param neverPause its vehicles do not wake from a pause: they keep the minimum while it fits
 * @param traits what its station can do
 */
public record Evse(
        EvseRef ref,
        StrandId strand,
        Wiring wiring,
        Current rating,
        Current minimum,
        Current step,
        Fallback fallback,
        int weight,
        boolean controllable,
        boolean neverPause,
        StationTraits traits) {}
