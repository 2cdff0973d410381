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
import steve.loadmanagement.site.ProfileShape.LimitUnit;
import steve.loadmanagement.unit.Current;

/**
 * As how many phases a limit in W is told: {@code W = phases · 230 V · A}. A vehicle puts all of it on the conductors that it
 * uses, and on one of them draws three times what it would on each of three. So it is told as of one phase until its vehicle
 * was surely seen to use more; the least that is told then lets a vehicle of three phases begin. No conductor bears more than
 * the rating: whoever may have that is told as of all.
 */
final class WattPhases {

    private WattPhases() {}

    /**
     * From 1 to the number of conductors.
     *
     * @param used conductors that the vehicle uses; null: any vehicle is told
     */
    static int told(Evse evse, Current current, @Nullable Integer used) {
        int all = evse.wiring().conductorCount();
        boolean isForAll = !mayLieOnFewer(evse) || !evse.rating().isMoreThan(current);
        return isForAll ? all : used == null ? 1 : Math.min(used, all);
    }

    /** The least current to count for which any vehicle charges. */
    static Current least(Evse evse, @Nullable Integer used) {
        boolean isTold = !mayLieOnFewer(evse) || used != null;
        Current onAll =
                Current.ofMilliamps(evse.minimum().milliamps() * evse.wiring().conductorCount());
        return isTold ? evse.minimum() : onAll.min(evse.rating());
    }

    /** A DC station's rectifier loads all conductors alike. */
    private static boolean mayLieOnFewer(Evse evse) {
        return evse.traits().shape().unit() instanceof LimitUnit.Watts watts && watts.efficiencyPercent() == 100;
    }
}
