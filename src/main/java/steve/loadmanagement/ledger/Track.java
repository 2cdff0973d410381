/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;

/**
 * One profile of an EVSE, its default or its grant, as far as we know it. After a timeout followed by a newer call the
 * <em>highest</em> of all unsettled values counts, not the newest; a rejection says nothing of the calls before it.
 *
 * @param settled what is surely in force; null: nobody knows, the station may be unconstrained
 * @param unsettled the highest value sent after it that may be in force too; null: none
 * @param newest the last command; null: none since we started
 */
public record Track(
        @Nullable Current settled,
        @Nullable Current unsettled,
        @Nullable Command newest) {

    static final Track UNKNOWN = new Track(null, null, null);

    static Track settledAt(Current value) {
        return new Track(value, null, null);
    }

    /** The most that may be in force, or {@code ifUnknown}. */
    Current worst(Current ifUnknown) {
        return settled == null ? ifUnknown : unsettled == null ? settled : settled.max(unsettled);
    }

    /** Whether the newest command stands for this value and needs no repetition yet. */
    boolean stands(Current value, Instant now) {
        return newest != null && newest.value().equals(value) && !newest.isDueAgain(now);
    }

    boolean isInFlight() {
        return newest != null && newest.isInFlight();
    }

    /** What we last asked for, whether or not it arrived. */
    public @Nullable Current commanded() {
        return newest == null ? settled : newest.value();
    }

    Track sent(Current value, Instant at) {
        int attempt = newest != null && !newest.isAccepted() && newest.value().equals(value) ? newest.attempt() + 1 : 1;
        Current highest = unsettled == null ? value : unsettled.max(value);
        return new Track(settled, highest, new Command(value, at, attempt, null, null));
    }

    /** The outcome of the command that was sent at {@code sentAt}; a newer one has taken its place otherwise. */
    Track came(Outcome outcome, Instant sentAt, Instant at) {
        if (newest == null || !newest.isInFlight() || !newest.sentAt().equals(sentAt)) {
            return this;
        }
        return new Track(settled, unsettled, new Command(newest.value(), sentAt, newest.attempt(), outcome, at));
    }

    /** Whether this value is no more than what may be in force already. */
    boolean covers(Current value) {
        return settled == null || !value.isMoreThan(worst(settled));
    }

    /** The newest command is accepted and proven: nothing older can be in force. */
    Track settle() {
        return newest == null ? this : new Track(newest.value(), null, newest);
    }
}
