/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.ledger.Permit;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import support.Sites;

/** What the sessions of a tag take counts for its priority's quota, and nobody else's does. */
class QuotaCountTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final IdTag SHARED = new IdTag("SHARED-CAR");

    private final Kept kept = new Kept();
    private final QuotaCount count = new QuotaCount(kept);
    private final Site site = Sites.strandWith(Sites.perPhase(32), 2);

    @Test
    void whatTheRegisterShowsIsCountedFromTheFirstReadingOn() {
        see(0, SHARED, 1_000_000L, null);
        see(10, SHARED, 1_000_400L, null);
        see(20, SHARED, 1_000_900L, null);
        see(40, SHARED, 1_000_900L, null);

        assertThat(kept.used).isEqualTo(900);
    }

    @Test
    void whereThereIsNoRegisterItsCurrentsAreCounted() {
        for (int second = 0; second <= 120; second += 10) {
            see(second, SHARED, null, Sites.amps(10));
        }

        // 3 x 230 V x 10 A = 6.9 kW, for two minutes less what was not written yet
        assertThat(kept.used).isBetween(170L, 230L);
    }

    @Test
    void whatAnotherTagTakesIsNotCounted() {
        see(0, new IdTag("SOMEBODY"), 1_000_000L, null);
        see(20, new IdTag("SOMEBODY"), 1_009_000L, null);
        see(40, new IdTag("SOMEBODY"), 1_009_000L, null);

        assertThat(kept.used).isZero();
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        see(0, SHARED, 0L, null);
        see(10, SHARED, 500L, null);
        kept.isGone = true;
        see(20, SHARED, 500L, null);
        kept.isGone = false;
        see(40, SHARED, 700L, null);
        see(60, SHARED, 700L, null);

        assertThat(kept.used).isEqualTo(700);
    }

    @Test
    void aPriorityRestsFromTheLastWattHourOfItsQuotaOn() {
        assertThat(kept.stored(9_999).rests()).isFalse();
        assertThat(kept.stored(10_000).rests()).isTrue();
        assertThat(new PriorityStore.StoredPriority(1, kept.priority, null, Energy.ofWattHours(10_000)).rests())
                .isFalse();
    }

    private void see(int second, IdTag tag, @Nullable Long registerWh, @Nullable Current drawn) {
        Instant now = NOON.plusSeconds(second);
        var charging = site.evses().getFirst();
        Session session = new Session(7, NOON.minusSeconds(60), NOON.minusSeconds(60), null, true, null, tag);
        Reading reading = new Reading(
                drawn == null ? null : new ConductorCurrents(drawn, drawn, drawn),
                null,
                registerWh == null ? null : Energy.ofWattHours(registerWh),
                null,
                now,
                now);
        Facts facts =
                new Facts(now, Map.of(charging.ref(), new EvseFacts(EvseStatus.CHARGING, session, reading)), Map.of());
        Snapshot snapshot = new Snapshot(now, site, Capacities.of(site), List.of(Sites.demand(charging)));
        Plan plan = new TreeAllocator(new Slots(Duration.ofMinutes(15))).allocate(snapshot);
        count.see(
                List.of(new CycleReport(
                        facts,
                        snapshot,
                        snapshot,
                        plan,
                        new Permit(List.of()),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Set.of())),
                now);
    }

    private static final class Kept implements PriorityStore {

        final Priority priority = new Priority(SHARED, null, 0, NOON.minusSeconds(3600), null);
        long used;
        boolean isGone;

        StoredPriority stored(long usedWh) {
            return new StoredPriority(1, priority, Energy.ofWattHours(10_000), Energy.ofWattHours(usedWh));
        }

        @Override
        public List<StoredPriority> priorities() {
            return new ArrayList<>(List.of(stored(used)));
        }

        @Override
        public int insert(Priority other, @Nullable Energy monthlyQuota) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(int id) {
            return false;
        }

        @Override
        public void used(int id, Energy more, Instant at) {
            if (isGone) {
                throw new IllegalStateException("the database is gone");
            }
            assertThat(id).isEqualTo(1);
            used += more.wattHours();
        }
    }
}
