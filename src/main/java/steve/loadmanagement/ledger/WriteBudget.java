/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Evse;

/** How many profiles a day a station's memory bears. */
public final class WriteBudget {

    /** So many of a day's writes stay for what must be said: a cut, the end of the last session. */
    private static final int KEPT = 2;

    private WriteBudget() {}

    /** Whether its station was sent so many profiles within 24 h that it is raised no more, and not told the same again. */
    public static boolean isSpent(Evse evse, Ledger ledger) {
        @Nullable Integer writes = evse.traits().writesADay();
        return writes != null && ledger.writes().lastDay(evse.ref().chargeBoxId()) >= writes - KEPT;
    }
}
