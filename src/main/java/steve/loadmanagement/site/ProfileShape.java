/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

/**
 * What a charging profile must look like for a station to take it.
 *
 * @param stackLevel 0 or more; ours are all at the same level, so that they replace each other
 * @param kind how its times count
 * @param unit of its limits
 */
public record ProfileShape(int stackLevel, Kind kind, LimitUnit unit) {

    /** What most stations take. */
    public static final ProfileShape STANDARD = new ProfileShape(0, Kind.ABSOLUTE, new LimitUnit.Amperes());

    public ProfileShape {
        if (stackLevel < 0) {
            throw new IllegalArgumentException("a stack level is 0 or more, not " + stackLevel);
        }
    }

    /** From when a profile's periods count (OCPP 1.6, section 7.9). */
    public enum Kind {
        /** From a time that it names. */
        ABSOLUTE,
        /** From the begin of charging: then nobody knows when a second period begins. */
        RELATIVE
    }

    /** In what a limit is given. */
    public sealed interface LimitUnit {

        /** On each phase. */
        record Amperes() implements LimitUnit {}

        /**
         * Over all phases.
         *
         * @param efficiencyPercent what of the power from the grid the station gives out; 100 for an AC station
         */
        record Watts(int efficiencyPercent) implements LimitUnit {}
    }
}
