/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Duration;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/** What we command an EVSE. Currents are per phase. */
public sealed interface Setpoint {

    EvseRef evse();

    /**
     * For the running transaction (TxProfile).
     *
     * @param current zero, or from the minimum current upwards
     * @param fallback what remains when we have been silent for {@code deadMan}
     */
    record Grant(EvseRef evse, int transactionId, Current current, Current fallback, Duration deadMan)
            implements Setpoint {}

    /** For every transaction that has no grant (TxDefaultProfile). */
    record Default(EvseRef evse, Current current) implements Setpoint {}

    /** We let go of it: our profiles are cleared. */
    record Release(EvseRef evse) implements Setpoint {}
}
