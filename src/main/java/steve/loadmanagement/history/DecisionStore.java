/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.StrandId;

/** Where decisions are kept. */
public interface DecisionStore {

    void write(List<Stored> decisions);

    /** The one that held at that moment for the site of that root strand; null: none is known. */
    @Nullable
    Stored at(StrandId root, Instant moment);

    /** The newest that are not after {@code moment}, newest first. */
    List<Stored> before(StrandId root, Instant moment, int most);

    /** Deletes what is older; a part of it, where it is much. */
    void forget(Instant before);

    /**
     * A decision as it is kept.
     *
     * @param root root strand of the site
     * @param content as {@link Decision#write} makes it
     */
    record Stored(StrandId root, Instant at, String content) {}
}
