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

/** What the EVSEs of a strand do when they hear nothing from us: their default profile. */
public sealed interface Fallback {

    /** The current that the default profile allows, on each phase. */
    Current current();

    /** No charging without us. Nothing is reserved for an idle EVSE. */
    record Block() implements Fallback {
        @Override
        public Current current() {
            return Current.ZERO;
        }
    }

    /** Charging goes on with this much, which is reserved at all times, for idle EVSEs too. */
    record Reserve(Current current) implements Fallback {
        public Reserve {
            if (current.milliamps() <= 0) {
                throw new IllegalArgumentException("a fallback is above 0 A; below it, block");
            }
        }
    }
}
