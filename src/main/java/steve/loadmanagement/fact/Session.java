/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running transaction at an EVSE.
 *
 * @param startedAt when we heard of it
 * @param heardAfterStartAt when the station next said something: from then on it knows its transaction id; null: not yet
 * @param idTag who charges; null: not known
 */
public record Session(
        int transactionId,
        Instant startedAt,
        @Nullable Instant heardAfterStartAt,
        @Nullable IdTag idTag) {

    /** Of somebody who is not known. */
    public Session(int transactionId, Instant startedAt, @Nullable Instant heardAfterStartAt) {
        this(transactionId, startedAt, heardAfterStartAt, null);
    }

    static @Nullable Session heard(@Nullable Session session, Instant at) {
        return session == null || session.heardAfterStartAt != null
                ? session
                : new Session(session.transactionId, session.startedAt, at, session.idTag);
    }
}
