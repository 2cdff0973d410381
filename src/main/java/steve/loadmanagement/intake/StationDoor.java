/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import steve.loadmanagement.metering.MeterSetup;
import steve.loadmanagement.quirk.StationIdentity;

/** What the way in needs of what is known of stations. Both return at once: the station's thread waits for them. */
public interface StationDoor {

    /** How its meter is to be read. */
    MeterSetup meter(String chargeBoxId);

    /** It booted and said who it is. */
    void booted(String chargeBoxId, StationIdentity identity);
}
