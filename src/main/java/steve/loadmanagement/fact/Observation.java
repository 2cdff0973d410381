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
import steve.loadmanagement.site.EvseRef;

/** Something a station said or did, and when we heard of it. */
public sealed interface Observation {

    String chargeBoxId();

    /** By our clock. */
    Instant at();

    record StationConnected(String chargeBoxId, Instant at) implements Observation {}

    record StationDisconnected(String chargeBoxId, Instant at) implements Observation {}

    /** It has started anew; what it had installed may be gone. */
    record StationBooted(String chargeBoxId, Instant at) implements Observation {}

    /** It sent some message: it lives, and it has our answer to the one before (OCPP-J 1.6, section 4.1.1). */
    record StationHeard(String chargeBoxId, Instant at) implements Observation {}

    /**
     * A status.
     *
     * @param stampedAt by the station's clock; null: it does not say
     */
    record StatusReported(
            EvseRef evse, EvseStatus status, @Nullable Instant stampedAt, Instant at) implements Observation {
        @Override
        public String chargeBoxId() {
            return evse.chargeBoxId();
        }
    }

    /**
     * A transaction began.
     *
     * @param startedAt by the station's clock; hours old where a station delivers what it kept offline
     * @param idTag who charges; null: not known
     */
    record TransactionStarted(
            EvseRef evse,
            int transactionId,
            Instant startedAt,
            Instant at,
            @Nullable IdTag idTag) implements Observation {

        /** Of somebody who is not known. */
        public TransactionStarted(EvseRef evse, int transactionId, Instant startedAt, Instant at) {
            this(evse, transactionId, startedAt, at, null);
        }

        @Override
        public String chargeBoxId() {
            return evse.chargeBoxId();
        }
    }

    /** A station says that a transaction ended, whether or not SteVe believes it; 0 and -1 where it has no number for it. */
    record TransactionEnded(String chargeBoxId, int transactionId, Instant at) implements Observation {}

    /**
     * A meter message.
     *
     * @param transactionId the transaction that it names; null: none
     */
    record MeterRead(EvseRef evse, @Nullable Integer transactionId, Reading reading) implements Observation {
        @Override
        public String chargeBoxId() {
            return evse.chargeBoxId();
        }

        @Override
        public Instant at() {
            return reading.receivedAt();
        }
    }
}
