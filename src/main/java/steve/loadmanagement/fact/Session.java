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
 * @param transactionId from SteVe; stations and old versions know 0 and -1 too, with which nothing can be told to them
 * @param startedAt when we heard of it
 * @param stationStartedAt when it began, by the station's clock
 * @param heardAfterStartAt when the station next said something: from then on it knows its transaction id; null: not yet
 * @param seenRunning whether it surely runs now: its start was fresh, or something after it shows it. A start that was
 *     kept offline for hours may be followed by its end
 * @param doubtedAt when the station said that nobody is plugged in, without an end of the transaction; null: it did not.
 *     Stations lie: see {@link StationRecord}
 * @param idTag who charges; null: not known
 */
public record Session(
        int transactionId,
        Instant startedAt,
        Instant stationStartedAt,
        @Nullable Instant heardAfterStartAt,
        boolean seenRunning,
        @Nullable Instant doubtedAt,
        @Nullable IdTag idTag) {

    /** One that began just now. */
    public static Session started(int transactionId, Instant at) {
        return new Session(transactionId, at, at, null, true, null, null);
    }

    /** Whether a profile can be bound to it. */
    public boolean hasUsableId() {
        return transactionId > 0;
    }

    public Session heard(Instant at) {
        return heardAfterStartAt != null
                ? this
                : new Session(transactionId, startedAt, stationStartedAt, at, seenRunning, doubtedAt, idTag);
    }

    /** Whether a car can be thought to charge in it: it was seen to, and the station does not deny it. */
    public boolean isBelieved() {
        return seenRunning && doubtedAt == null;
    }

    Session running() {
        return isBelieved()
                ? this
                : new Session(transactionId, startedAt, stationStartedAt, heardAfterStartAt, true, null, idTag);
    }

    Session doubted(Instant at) {
        return doubtedAt != null
                ? this
                : new Session(transactionId, startedAt, stationStartedAt, heardAfterStartAt, seenRunning, at, idTag);
    }
}
