/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/**
 * Sends permitted setpoints: first they are stored as in flight, then they go out. What cannot be stored is not raised;
 * cuts go out all the same, for they are below what was stored before. What was stored goes out only while this node has
 * the site: a node that slept between the two sends nothing any more. For the control thread.
 */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** A cut that could not be stored is good for so long. */
    private static final Duration UNSTORED = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final LedgerStore store;
    private final StationCommands stations;
    private final BiConsumer<Setpoint, Outcome> whenDone;
    private final Clock clock;
    private final Map<Setpoint, Sent> inFlight = new IdentityHashMap<>();
    private final List<SetpointLog.Line> done = new ArrayList<>();
    private boolean isStoring = true;

    /**
     * @param whenDone told each outcome on some other thread; brings it back to {@link #came} on the control thread
     */
    Sender(
            Ledger ledger,
            LedgerStore store,
            StationCommands stations,
            BiConsumer<Setpoint, Outcome> whenDone,
            Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.stations = stations;
        this.whenDone = whenDone;
        this.clock = clock;
    }

    /** What became of an attempt to store. */
    enum Stored {
        YES,
        /** The database cannot be reached. */
        NO,
        /** Another node may have the site. */
        NOT_OURS
    }

    private record Sent(String reason, Instant at) {}

    /** Where setpoints belong, and until when this node may send them. */
    record Errand(StrandId root, Predicate<EvseRef> isThere, Instant goodUntil) {}

    /** Stores and sends these, each with the reason for it in words. */
    void send(Errand errand, List<Setpoint> setpoints, Function<Setpoint, String> reason) {
        List<LedgerEntry> before = new ArrayList<>();
        for (Setpoint setpoint : setpoints) {
            Instant now = clock.instant();
            before.add(ledger.entry(setpoint.evse()));
            ledger.sent(setpoint, now);
            inFlight.put(setpoint, new Sent(reason.apply(setpoint), now));
        }
        Stored stored = store(errand);
        for (int i = 0; i < setpoints.size(); i++) {
            Setpoint setpoint = setpoints.get(i);
            if (stored == Stored.YES) {
                stations.send(setpoint, errand.goodUntil(), whenDone);
            } else {
                inFlight.remove(setpoint);
                ledger.takeBack(before.get(i));
                if (stored == Stored.NO) {
                    sendUnstored(setpoint, before.get(i), reason);
                }
            }
        }
    }

    /** After a crash only what was stored before is known: what allows more than that, or for longer, stays here. */
    private void sendUnstored(Setpoint setpoint, LedgerEntry before, Function<Setpoint, String> reason) {
        Instant now = clock.instant();
        Setpoint less = before.withoutMore(setpoint, now);
        if (less != null) {
            ledger.sent(less, now);
            inFlight.put(less, new Sent(reason.apply(setpoint), now));
            stations.send(less, now.plus(UNSTORED), whenDone);
        }
    }

    void came(Setpoint setpoint, Outcome outcome) {
        Sent sent = inFlight.remove(setpoint);
        if (sent != null) {
            Instant now = clock.instant();
            ledger.came(outcome, setpoint, sent.at(), now);
            done.add(new SetpointLog.Line(setpoint, sent.reason(), sent.at(), outcome, now));
        }
    }

    /** The setpoints whose outcome became known since the last call. */
    List<SetpointLog.Line> takeDone() {
        List<SetpointLog.Line> lines = List.copyOf(done);
        done.clear();
        return lines;
    }

    /** Stores what changed in the ledger of a site. */
    Stored store(Errand errand) {
        List<LedgerEntry> changed = ledger.takeChanged(errand.isThere());
        try {
            if (!changed.isEmpty()) {
                store.write(errand.root(), changed);
            }
            isStoring = true;
            return Stored.YES;
        } catch (LeaseLost e) {
            ledger.keepChanged(changed);
            LOG.info("{}: nothing is sent", e.getMessage());
            return Stored.NOT_OURS;
        } catch (RuntimeException e) {
            ledger.keepChanged(changed);
            if (isStoring) {
                LOG.error("the ledger cannot be stored: nothing is raised until it can", e);
            }
            isStoring = false;
            return Stored.NO;
        }
    }

    /** Whether the last attempt to store the ledger succeeded. */
    boolean isStoring() {
        return isStoring;
    }
}
