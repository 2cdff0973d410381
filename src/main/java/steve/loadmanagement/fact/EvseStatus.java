/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

/** What a station says its EVSE is doing (ChargePointStatus of OCPP 1.6, section 7.7). Stations lie: nothing safe hangs on it. */
public enum EvseStatus {
    AVAILABLE,
    PREPARING,
    CHARGING,
    SUSPENDED_EVSE,
    SUSPENDED_EV,
    FINISHING,
    RESERVED,
    UNAVAILABLE,
    FAULTED,
    /** Not heard since we started. */
    UNKNOWN;

    /** Whether a transaction runs, if it is true. */
    public boolean isInTransaction() {
        return switch (this) {
            case CHARGING, SUSPENDED_EVSE, SUSPENDED_EV -> true;
            case AVAILABLE, PREPARING, FINISHING, RESERVED, UNAVAILABLE, FAULTED, UNKNOWN -> false;
        };
    }
}
