/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Voltage;

/**
 * A node of the supply tree: a cable with a fuse ("Strang").
 *
 * @param name unique, for people
 * @param parent the strand that feeds it; null for a root strand, at the grid connection
 * @param rating what its fuse bears
 * @param sharing how its tree shares; that of the root holds
 * @param unbalance largest planned difference between two phases, or null
 * @param margin kept free below its limits
 * @param closedLoop whether what its vehicles do not take goes to the others
 */
public record Strand(
        StrandId id,
        String name,
        @Nullable StrandId parent,
        Limit rating,
        Voltage voltage,
        Fallback fallback,
        Mode mode,
        Sharing sharing,
        @Nullable Current unbalance,
        Margin margin,
        boolean closedLoop) {

    /** Without a margin, and without closed loop. */
    public Strand(
            StrandId id,
            String name,
            @Nullable StrandId parent,
            Limit rating,
            Voltage voltage,
            Fallback fallback,
            Mode mode,
            Sharing sharing,
            @Nullable Current unbalance) {
        this(id, name, parent, rating, voltage, fallback, mode, sharing, unbalance, Margin.NONE, false);
    }

    public boolean isRoot() {
        return parent == null;
    }
}
