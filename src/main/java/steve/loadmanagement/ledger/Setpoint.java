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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;

/** What we command an EVSE. Currents are per phase. */
public sealed interface Setpoint {

    EvseRef evse();

    /**
     * For the running transaction.
     *
     * @param current zero, or from the minimum current upwards
     * @param deadMan when it falls back by itself; null: it never does, for the station takes one period only
     * @param purpose by which profile it is told
     * @param startsBack so long before it is sent its profile starts: a station whose clock lags would not know it as valid
     * @param wattPhases where it is told in W, as of how many phases
     */
    record Grant(
            EvseRef evse,
            int transactionId,
            Current current,
            @Nullable DeadMan deadMan,
            ProfilePurpose purpose,
            Duration startsBack,
            int wattPhases)
            implements Setpoint {

        Grant with(DeadMan other) {
            return new Grant(evse, transactionId, current, other, purpose, startsBack, wattPhases);
        }

        /** Whether it takes the place of the default profile. */
        boolean isByDefault() {
            return purpose == ProfilePurpose.DEFAULT;
        }
    }

    /**
     * What remains of a grant when we have been silent for so long.
     *
     * @param fallback not more than the grant
     * @param wattPhases as for a grant
     */
    record DeadMan(Duration after, Current fallback, int wattPhases) {

        DeadMan notAfter(Duration left) {
            return left.compareTo(after) < 0 ? new DeadMan(left, fallback, wattPhases) : this;
        }
    }

    /**
     * For every transaction that has no grant (TxDefaultProfile).
     *
     * @param startsBack as for a grant
     * @param wattPhases as for a grant
     */
    record Default(EvseRef evse, Fallback fallback, Duration startsBack, int wattPhases) implements Setpoint {}

    /** The last means against an EVSE that does not follow: its transaction is stopped. */
    record Stop(EvseRef evse, int transactionId) implements Setpoint {}

    /** We let go of it: our profiles are cleared. */
    record Release(EvseRef evse) implements Setpoint {}
}
