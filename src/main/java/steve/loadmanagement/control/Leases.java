/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.StrandId;

/** The right to control a site: of several nodes of SteVe on one database one has it. */
public interface Leases {

    /**
     * Takes or keeps it.
     *
     * @return until when this node may act by it, by our clock; null: another node has it
     * @throws RuntimeException if nobody can tell
     */
    @Nullable
    Instant hold(StrandId root, Instant now);

    /** Gives all of them back, so that another node need not wait. */
    void giveBack();
}
