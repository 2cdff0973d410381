/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Sites.amps;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import standin.StandIn;
import steve.loadmanagement.control.LeaseLost;
import steve.loadmanagement.control.SetpointLog;
import steve.loadmanagement.ledger.Allowance;
import steve.loadmanagement.ledger.Conduct;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.ledger.Setpoint;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import support.Database;

/** The lease and its fence on a real MariaDB: one of two nodes has a site, and the other cannot store a thing. */
class TwoNodesOnOneDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final StrandId SITE = new StrandId(1);
    private static final StandIn.Database SCHEMA = Database.schema();
    private static final DataSource SOURCE = source();

    private final LeaseTable first = new LeaseTable(SOURCE, "first");
    private final LeaseTable second = new LeaseTable(SOURCE, "second");

    private static DataSource source() {
        try {
            MariaDbDataSource source = new MariaDbDataSource(SCHEMA.url());
            source.setUser(SCHEMA.user());
            source.setPassword(SCHEMA.password());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void theTablesAreMade() {
        new Schema(SOURCE).run();
    }

    @BeforeEach
    void nobodyHasTheSite() {
        runOut();
    }

    /** As after a quarter of a minute in which nobody renewed it. */
    private static void runOut() {
        Database.execute("UPDATE " + Database.name(SCHEMA) + ".lm_lease SET lock_until = '2026-01-01 00:00:00'");
    }

    private static void store(String node, double current) {
        LedgerEntry entry = LedgerEntry.stored(
                new EvseRef("CP1", 1), 7, Allowance.NOTHING, amps(current), null, Conduct.UNBLEMISHED);
        ledger(node).write(SITE, List.of(entry));
    }

    private static LedgerTable ledger(String node) {
        return new LedgerTable(DSL.using(SOURCE, SQLDialect.MARIADB), Clock.fixed(NOW, ZoneOffset.UTC), node);
    }

    @Test
    void oneOfThemHasIt() {
        assertThat(first.hold(SITE, NOW)).isEqualTo(NOW.plusSeconds(14));
        assertThat(second.hold(SITE, NOW)).isNull();
    }

    @Test
    void itIsKeptByTheOneThatRenewsIt() {
        first.hold(SITE, NOW);
        assertThat(first.hold(SITE, NOW.plusSeconds(10))).isEqualTo(NOW.plusSeconds(24));
        assertThat(second.hold(SITE, NOW.plusSeconds(10))).isNull();
    }

    @Test
    void aClockThatIsSetBackMakesItNoLonger() {
        first.hold(SITE, NOW);
        runOut();
        assertThat(second.hold(SITE, NOW)).isNotNull();
        assertThat(first.hold(SITE, NOW.minusSeconds(3600))).isNull();
    }

    @Test
    void theOtherTakesOverWhatRanOutAndTheFirstNoticesWhenItWakes() {
        first.hold(SITE, NOW);
        runOut();
        assertThat(second.hold(SITE, NOW.plusSeconds(20))).isNotNull();
        assertThat(first.hold(SITE, NOW.plusSeconds(60))).isNull();
    }

    @Test
    void whatIsGivenBackIsTakenAtOnce() {
        first.hold(SITE, NOW);
        first.giveBack();
        assertThat(second.hold(SITE, NOW)).isNotNull();
    }

    @Test
    void anotherSiteHasALeaseOfItsOwn() {
        first.hold(SITE, NOW);
        assertThat(second.hold(new StrandId(2), NOW)).isNotNull();
    }

    @Test
    void onlyTheOneThatHasItStores() {
        first.hold(SITE, NOW);
        store("first", 16);
        assertThatThrownBy(() -> store("second", 32)).isInstanceOf(LeaseLost.class);
        assertThat(ledger("second").load())
                .extracting(LedgerEntry::allowedByGrant)
                .containsExactly(amps(16));
    }

    @Test
    void theOneThatSleptDoesNotStoreEvenBeforeItNotices() {
        first.hold(SITE, NOW);
        store("first", 16);
        runOut();
        assertThatThrownBy(() -> store("first", 32)).isInstanceOf(LeaseLost.class);
        second.hold(SITE, NOW.plusSeconds(20));
        assertThatThrownBy(() -> store("first", 32)).isInstanceOf(LeaseLost.class);
        store("second", 10);
        assertThat(ledger("first").load())
                .extracting(LedgerEntry::allowedByGrant)
                .containsExactly(amps(10));
    }

    @Test
    void theOtherCountsTheProfilesThatTheFirstSentInTheLastDay() {
        Setpoint told = new Setpoint.Release(new EvseRef("CP1", 1));
        SetpointTable log = new SetpointTable(DSL.using(SOURCE, SQLDialect.MARIADB));
        for (int hour : List.of(2, 25, 1)) {
            Instant sentAt = NOW.minus(Duration.ofHours(hour));
            log.write(List.of(new SetpointLog.Line(told, "because", sentAt, new Outcome.Accepted(), sentAt)));
        }
        assertThat(ledger("second").writtenSince(NOW.minus(Duration.ofDays(1))))
                .containsExactly(
                        Map.entry("CP1", List.of(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)))));
    }
}
