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
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.site.EvseRef;

/** Where the protocols of commissioning tests are kept. */
public interface CommissioningLog {

    /** A protocol as it is kept: JSON for people and machines. */
    record Protocol(int id, EvseRef evse, String tester, String json) {}

    /**
     * One line of the list of protocols.
     *
     * @param endedAt null: it is not known
     */
    record Line(
            int id,
            EvseRef evse,
            String tester,
            Instant beganAt,
            @Nullable Instant endedAt) {}

    /** A protocol, read again. */
    record Kept(EvseRef evse, Commissioning test) {}

    /** Stores it, and says under which id. */
    int write(EvseRef evse, Commissioning test);

    /** Something was seen after it was stored. */
    void change(int id, Commissioning test);

    /** Newest first. */
    List<Protocol> of(EvseRef evse);

    /** Of all EVSEs, newest first. */
    List<Line> newest(int most);

    /** Null: there is none. */
    @Nullable
    Kept read(int id);
}
