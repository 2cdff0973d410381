/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.site.EvseRef;

/**
 * What stations are asked and told beside setpoints, in the same queue. Each returns at once; what it returns completes on some
 * other thread, within the time-out of calls, and with {@link NotDone} where the station did not do it.
 */
public interface StationErrands {

    /** Its configuration keys, all if none is named; a key without a value is left out. */
    CompletableFuture<Map<String, String>> configuration(String chargeBoxId, List<String> keys);

    CompletableFuture<Change> change(String chargeBoxId, String key, String value);

    /** Has it send its meter values, of that connector: some refuse without one. */
    CompletableFuture<Void> triggerMeterValues(EvseRef evse);

    /** Has it say who it is. */
    CompletableFuture<Void> triggerBoot(String chargeBoxId);

    /** What it says that it will do; a reading for people, no proof (OCPP 1.6, section 5.7). */
    CompletableFuture<List<Period>> compositeSchedule(EvseRef evse, Duration ahead);

    /** What became of a change of configuration. */
    enum Change {
        DONE,
        AFTER_A_BOOT,
        REJECTED,
        NOT_SUPPORTED
    }

    /**
     * A period of a composite schedule.
     *
     * @param limit in its unit, A or W
     */
    record Period(int startSeconds, BigDecimal limit, String unit) {}

    /** The station did not do it. */
    final class NotDone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotDone(Outcome outcome) {
            super(words(outcome));
        }

        private static String words(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Accepted _ -> "accepted, and said nothing";
                case Outcome.Rejected _ -> "the station rejects it";
                case Outcome.NotSupported _ -> "the station does not support it";
                case Outcome.Failed failed -> failed.what();
                case Outcome.Unanswered _ -> "the station does not answer";
                case Outcome.Offline _ -> "the station is offline";
                case Outcome.Superseded _, Outcome.Expired _ -> "it came too late";
            };
        }
    }
}
