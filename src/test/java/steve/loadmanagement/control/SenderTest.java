/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;
import static support.Sites.evse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.ledger.Allowance;
import steve.loadmanagement.ledger.Conduct;
import steve.loadmanagement.ledger.Ledger;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;

/** Stored first, sent then; without the database only cuts go out. */
class SenderTest {

    private static final EvseRef A = evse("A");
    private static final Sender.Errand ERRAND = new Sender.Errand(new StrandId(1), _ -> true, Instant.MAX);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<String> happened = new ArrayList<>();
    private boolean isDatabaseGone;
    private boolean isLeaseLost;

    private final Ledger ledger = new Ledger(
            LedgerPolicy.DEFAULT,
            List.of(LedgerEntry.stored(A, 7, Allowance.NOTHING, amps(10), null, Conduct.UNBLEMISHED)));
    private final Sender sender = new Sender(ledger, new Store(), new Stations(), (_, _) -> {}, NOON);

    private static Setpoint grant(double current) {
        return new Setpoint.Grant(A, 7, amps(current), null, ProfilePurpose.TRANSACTION, Duration.ofMinutes(1), 3);
    }

    private void send(double current) {
        sender.send(ERRAND, List.of(grant(current)), _ -> "because");
    }

    @Test
    void aSetpointIsStoredAsInFlightBeforeItIsSent() {
        send(16);
        assertThat(happened).containsExactly("stored 16.0 A", "sent 16.0 A");
    }

    @Test
    void withoutTheDatabaseNothingIsRaisedHoweverOftenItIsTried() {
        isDatabaseGone = true;
        send(16);
        send(16);
        assertThat(happened).isEmpty();
        assertThat(sender.takeDone()).isEmpty();
    }

    @Test
    void withoutTheDatabaseCutsGoOut() {
        isDatabaseGone = true;
        send(8);
        assertThat(happened).containsExactly("sent 8.0 A");
    }

    @Test
    void withoutTheDatabaseAGrantIsNotProlonged() {
        Instant storedEnd = NOON.instant().plusSeconds(600);
        List<Setpoint> sent = new ArrayList<>();
        Ledger known = new Ledger(
                LedgerPolicy.DEFAULT,
                List.of(LedgerEntry.stored(A, 7, Allowance.NOTHING, amps(10), storedEnd, Conduct.UNBLEMISHED)));
        isDatabaseGone = true;
        new Sender(known, new Store(), (setpoint, _, _) -> sent.add(setpoint), (_, _) -> {}, NOON)
                .send(ERRAND, List.of(withDeadMan(Duration.ofMinutes(30))), _ -> "because");
        assertThat(sent).containsExactly(withDeadMan(Duration.ofMinutes(10)));
        assertThat(known.entry(A).deadManAt()).isEqualTo(storedEnd);
    }

    @Test
    void withoutTheDatabaseAGrantThatHasFallenBackIsNotGivenAnew() {
        LedgerEntry stored = LedgerEntry.stored(A, 7, Allowance.NOTHING, amps(10), NOON.instant(), Conduct.UNBLEMISHED);
        assertThat(stored.withoutMore(withDeadMan(Duration.ofMinutes(30)), NOON.instant()))
                .isNull();
    }

    private static Setpoint.Grant withDeadMan(Duration after) {
        return new Setpoint.Grant(
                A,
                7,
                amps(10),
                new Setpoint.DeadMan(after, Current.ZERO, 3),
                ProfilePurpose.TRANSACTION,
                Duration.ofMinutes(1),
                3);
    }

    @Test
    void whereAnotherNodeMayHaveTakenOverNotEvenACutGoesOut() {
        isLeaseLost = true;
        send(8);
        send(16);
        assertThat(happened).isEmpty();
    }

    @Test
    void whatCouldNotBeStoredIsStoredLater() {
        isDatabaseGone = true;
        send(8);
        isDatabaseGone = false;
        assertThat(sender.store(ERRAND)).isEqualTo(Sender.Stored.YES);
        assertThat(happened).containsExactly("sent 8.0 A", "stored 10.0 A");
    }

    @Test
    void eachSetpointKeepsItsReasonAndItsOutcome() {
        Setpoint setpoint = grant(16);
        sender.send(ERRAND, List.of(setpoint), _ -> "2 EVSEs share");
        sender.came(setpoint, new Outcome.Accepted());
        assertThat(sender.takeDone())
                .containsExactly(new SetpointLog.Line(
                        setpoint, "2 EVSEs share", NOON.instant(), new Outcome.Accepted(), NOON.instant()));
        assertThat(sender.takeDone()).isEmpty();
    }

    private final class Store implements LedgerStore {
        @Override
        public List<LedgerEntry> load() {
            return List.of();
        }

        @Override
        public Map<String, List<Instant>> writtenSince(Instant since) {
            return Map.of();
        }

        @Override
        public void write(StrandId root, Collection<LedgerEntry> entries) {
            if (isLeaseLost) {
                throw new LeaseLost(root);
            }
            if (isDatabaseGone) {
                throw new IllegalStateException("connection refused");
            }
            entries.forEach(entry -> happened.add("stored " + entry.allowedByGrant()));
        }
    }

    private final class Stations implements StationCommands {
        @Override
        public void send(Setpoint setpoint, Instant goodUntil, BiConsumer<Setpoint, Outcome> whenDone) {
            if (setpoint instanceof Setpoint.Grant grant) {
                happened.add("sent " + grant.current());
            }
        }
    }
}
