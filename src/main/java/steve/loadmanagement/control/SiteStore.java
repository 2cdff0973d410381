/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.Collection;
import java.util.List;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** Where strands and the EVSEs on them are kept. What comes in is checked already. */
public interface SiteStore {

    List<StoredStrand> strands();

    List<Placement> placements();

    StrandId insert(Strand strand);

    /** Changes it if it is still at that version; false if somebody else was quicker. */
    boolean update(Strand strand, int version);

    void delete(StrandId strand);

    /** Puts these EVSEs where they say, wherever they were before. */
    void place(Collection<Placement> placements);

    void remove(EvseRef evse);

    /** A strand and how often it was changed. */
    record StoredStrand(Strand strand, int version) {}
}
