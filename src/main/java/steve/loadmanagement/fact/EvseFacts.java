/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import org.jspecify.annotations.Nullable;

/** The newest that is known of one EVSE. */
public record EvseFacts(
        EvseStatus status,
        @Nullable Session session,
        @Nullable Reading reading) {

    public static final EvseFacts NONE = new EvseFacts(EvseStatus.UNKNOWN, null, null);

    EvseFacts withStatus(EvseStatus newest) {
        return new EvseFacts(newest, session, reading);
    }

    /** A reading belongs to its session: with another one, or none, it says nothing any more. */
    EvseFacts withSession(@Nullable Session newest) {
        boolean isSame = session != null && newest != null && session.transactionId() == newest.transactionId();
        return new EvseFacts(status, newest, isSame ? reading : null);
    }

    EvseFacts withReading(Reading newest) {
        return new EvseFacts(status, session, newest);
    }
}
