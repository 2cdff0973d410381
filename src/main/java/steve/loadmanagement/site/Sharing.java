/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

/** How a tree of strands shares what it has. */
public record Sharing(Measure measure, Others others) {

    public static final Sharing DEFAULT = new Sharing(Measure.POWER, Others.MAY_BE_PAUSED);

    /** What is equal when vehicles share equally. */
    public enum Measure {
        POWER,
        CURRENT
    }

    /** What the sessions of later tiers keep while an earlier tier takes all it can. */
    public enum Others {
        MAY_BE_PAUSED,
        KEEP_MINIMUM
    }
}
