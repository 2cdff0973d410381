/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * How many conductors the vehicle of each running transaction uses: the first n of them carry current. Learned from readings
 * that name all three. A number counts once {@value #ENOUGH} readings, half a minute apart from first to last, have shown no
 * higher one; a higher one counts at once, and the highest holds until the transaction ends. Not stored: after a restart all
 * conductors count until it is seen again.
 */
final class Conductors {

    private static final int ENOUGH = 3;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /** Below it, a vehicle prepares or ends; nothing is learned. */
    private static final Current CHARGING = Current.ofAmps(4);

    /** What an idle conductor may show. */
    private static final Current IDLE = Current.ofAmps(1);

    private final Map<EvseRef, Seen> seen = new HashMap<>();

    /** What the readings of one session have shown. */
    private record Seen(Session session, int highest, int readings, Instant first, Instant newest) {

        boolean isOf(Session other) {
            return session.transactionId() == other.transactionId()
                    && session.startedAt().equals(other.startedAt());
        }

        Seen with(int used, Instant at) {
            return at.isAfter(newest) ? new Seen(session, Math.max(highest, used), readings + 1, first, at) : this;
        }

        boolean isEnough() {
            return readings >= ENOUGH && !first.plus(LONG_ENOUGH).isAfter(newest);
        }
    }

    void follow(EvseRef evse, EvseFacts facts) {
        Session session = facts.session();
        Seen before = seen.get(evse);
        if (before != null && (session == null || !before.isOf(session))) {
            seen.remove(evse);
        }
        Reading reading = facts.reading();
        if (session == null || !session.hasUsableId() || reading == null || reading.imported() == null) {
            return;
        }
        Instant at = reading.receivedAt();
        Integer used = used(reading.imported());
        if (used != null && at.isAfter(session.startedAt())) {
            seen.merge(evse, new Seen(session, used, 1, at, at), (known, _) -> known.with(used, at));
        }
    }

    void forget() {
        seen.clear();
    }

    /** From 1 to 3; null: not known, all count. */
    @Nullable
    Integer used(EvseRef evse) {
        Seen known = seen.get(evse);
        return known != null && known.isEnough() ? (Integer) known.highest() : null;
    }

    private static @Nullable Integer used(ConductorCurrents imported) {
        boolean isComplete = imported.l1() != null && imported.l2() != null && imported.l3() != null;
        if (!isComplete || CHARGING.isMoreThan(imported.heaviest())) {
            return null;
        }
        int used = 0;
        for (Phase conductor : Phase.values()) {
            Current current = imported.on(conductor);
            if (current != null && current.isMoreThan(IDLE)) {
                used = conductor.ordinal() + 1;
            }
        }
        return used;
    }
}
