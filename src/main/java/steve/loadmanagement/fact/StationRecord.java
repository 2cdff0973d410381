/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.Observation.MeterRead;
import steve.loadmanagement.fact.Observation.StatusReported;
import steve.loadmanagement.fact.Observation.TransactionEnded;
import steve.loadmanagement.fact.Observation.TransactionStarted;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;

/**
 * What one station said, as the newest facts of it and of its EVSEs. A session ends when the station says that its
 * transaction ended, or another one began. That nobody is plugged in is only a doubt, for stations say so while a car
 * draws, or waits: the session ends when half a day later no current is seen.
 */
final class StationRecord {

    /** What is older when it comes was kept offline: it may be over already. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** After so long a silence the station may have forgotten what it was told. */
    private static final Duration GAP = Duration.ofMinutes(5);

    /** A vehicle that sleeps for longer is not plugged in, if the station says so. */
    private static final Duration LONG_DOUBT = Duration.ofHours(12);

    /** Less is the noise of a meter. */
    private static final Current NO_CURRENT = Current.ofMilliamps(500);

    private final Map<EvseRef, EvseFacts> evses = new HashMap<>();
    private final Map<EvseRef, Integer> ended = new HashMap<>();
    private StationFacts facts = StationFacts.NONE;

    StationFacts facts() {
        return facts;
    }

    Map<EvseRef, EvseFacts> evses() {
        return evses;
    }

    /** Whether every session's station has been heard since its start. */
    boolean knowsItsTransactions() {
        for (EvseFacts evse : evses.values()) {
            if (evse.session() != null && evse.session().heardAfterStartAt() == null) {
                return false;
            }
        }
        return true;
    }

    void add(Observation observation) {
        if (!(observation instanceof Observation.StationDisconnected)) {
            hear(observation.at());
        }
        switch (observation) {
            case Observation.StationConnected o -> facts = facts.greeted(o.at());
            case Observation.StationDisconnected _ -> facts = facts.disconnected();
            case Observation.StationBooted o -> facts = facts.booted(o.at());
            case Observation.StationHeard _ -> {}
            case StatusReported o -> status(o);
            case TransactionStarted o -> started(o);
            case TransactionEnded o -> ended(o);
            case MeterRead o -> read(o);
        }
    }

    private void hear(Instant at) {
        Instant before = facts.heardAt();
        boolean isAfterGap = before == null || before.plus(GAP).isBefore(at) || !facts.connected();
        facts = isAfterGap ? facts.heard(at).greeted(at) : facts.heard(at);
        evses.replaceAll((_, evse) ->
                evse.session() == null ? evse : evse.withSession(evse.session().heard(at)));
    }

    private void status(StatusReported o) {
        if (o.stampedAt() != null) {
            facts = facts.stamped(o.stampedAt(), o.at());
        }
        update(o.evse(), evse -> evse.withStatus(o.status()).withSession(afterStatus(evse.session(), o)));
    }

    private static @Nullable Session afterStatus(@Nullable Session session, StatusReported o) {
        if (session == null) {
            return null;
        }
        return switch (o.status()) {
            case AVAILABLE -> session.doubted(o.at());
            case CHARGING, SUSPENDED_EV, SUSPENDED_EVSE -> session.running();
            case PREPARING, FINISHING, RESERVED, UNAVAILABLE, FAULTED, UNKNOWN -> session;
        };
    }

    private void started(TransactionStarted o) {
        boolean isFresh = !hasLasted(o.startedAt(), o.at());
        if (isFresh) {
            facts = facts.stamped(o.startedAt(), o.at());
        }
        update(o.evse(), evse -> {
            Session known = evse.session();
            boolean isRepeated = known != null && known.transactionId() == o.transactionId()
                    || Integer.valueOf(o.transactionId()).equals(ended.get(o.evse()));
            boolean isOlder = known != null && o.startedAt().isBefore(known.stationStartedAt()) && !isFresh;
            return isRepeated || isOlder
                    ? evse
                    : evse.withSession(
                            new Session(o.transactionId(), o.at(), o.startedAt(), null, isFresh, null, o.idTag()));
        });
    }

    /** Whether what the station stamped was long ago when it came; by its clock as far as that is known. */
    private boolean hasLasted(Instant stampedAt, Instant receivedAt) {
        Instant seenAt =
                facts.clock().least() == null ? stampedAt : facts.clock().ours(stampedAt, receivedAt);
        return seenAt.plus(FRESH).isBefore(receivedAt);
    }

    private void ended(TransactionEnded o) {
        Map<EvseRef, Session> running = running();
        boolean isTheOnlyOne = o.transactionId() <= 0 && running.size() == 1;
        running.forEach((evse, session) -> {
            if (isTheOnlyOne || session.transactionId() == o.transactionId()) {
                end(evse);
            }
        });
    }

    private Map<EvseRef, Session> running() {
        Map<EvseRef, Session> running = new HashMap<>();
        evses.forEach((evse, known) -> {
            if (known.session() != null) {
                running.put(evse, known.session());
            }
        });
        return running;
    }

    private void end(EvseRef evse) {
        update(evse, known -> {
            if (known.session() != null) {
                ended.put(evse, known.session().transactionId());
            }
            return known.withSession(null);
        });
    }

    private void read(MeterRead o) {
        Reading reading = o.reading();
        update(o.evse(), evse -> {
            EvseFacts adopted = evse.session() == null ? adopt(evse, o) : evse;
            boolean isWorse = isOlder(reading, adopted.reading()) || saysLess(reading, adopted.reading());
            EvseFacts newer = isWorse ? adopted : adopted.withReading(reading.after(adopted.reading()));
            Session session = newer.session();
            return session != null && isDrawing(reading) ? newer.withSession(session.running()) : newer;
        });
        if (isOver(o.evse(), reading)) {
            end(o.evse());
        }
        facts = facts.stamped(reading.measuredAt(), reading.receivedAt());
    }

    private static boolean isDrawing(Reading reading) {
        return reading.imported() != null && reading.imported().heaviest().isMoreThan(NO_CURRENT);
    }

    /** The station said long ago that nobody is plugged in, and nothing flows. */
    private boolean isOver(EvseRef evse, Reading reading) {
        Session session = evses.getOrDefault(evse, EvseFacts.NONE).session();
        Instant doubtedAt = session == null ? null : session.doubtedAt();
        return doubtedAt != null
                && reading.imported() != null
                && !reading.receivedAt().isBefore(doubtedAt.plus(LONG_DOUBT))
                && !isDrawing(reading);
    }

    /** A reading of a transaction whose start nobody told us: it runs. */
    private EvseFacts adopt(EvseFacts evse, MeterRead o) {
        Integer id = o.transactionId();
        Reading reading = o.reading();
        if (id == null || id <= 0 || id.equals(ended.get(o.evse()))) {
            return evse;
        }
        return hasLasted(reading.measuredAt(), reading.receivedAt())
                ? evse
                : evse.withSession(new Session(id, o.at(), reading.measuredAt(), null, true, null, null));
    }

    /** A register alone does not take the place of currents: these grow old by themselves. */
    private static boolean saysLess(Reading reading, @Nullable Reading known) {
        return reading.imported() == null && known != null && known.imported() != null;
    }

    private static boolean isOlder(Reading reading, @Nullable Reading known) {
        return known != null && reading.measuredAt().isBefore(known.measuredAt());
    }

    private void update(EvseRef evse, UnaryOperator<EvseFacts> change) {
        evses.put(evse, change.apply(evses.getOrDefault(evse, EvseFacts.NONE)));
    }
}
