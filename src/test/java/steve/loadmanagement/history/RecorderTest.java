/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Slots;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.capacity.Capacities;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.EvseStatus;
import steve.loadmanagement.fact.Facts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.ledger.Permit;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import support.Sites;

/** Means weigh by time, what is not measured is not zero, and a decision is written when it differs. */
class RecorderTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration MAXIMUM_AGE = Duration.ofMinutes(3);

    private final Kept kept = new Kept();
    private final Recorder recorder = new Recorder(kept, kept, MAXIMUM_AGE);
    private final Site site = Sites.strandWith(Sites.perPhase(32), 2);

    @Test
    void whatACycleSawCountsUntilTheNextOne() {
        recorder.see(List.of(report(NOON, Sites.amps(10))), NOON);
        recorder.see(List.of(report(NOON.plusSeconds(45), Sites.amps(20))), NOON.plusSeconds(45));
        recorder.see(List.of(report(NOON.plusSeconds(60), Sites.amps(20))), NOON.plusSeconds(60));

        assertThat(kept.strands).singleElement().satisfies(sample -> {
            assertThat(sample.begins()).isEqualTo(NOON);
            assertThat(sample.covered()).isEqualTo(60);
            assertThat(sample.measured().l1()).isEqualTo(Current.ofMilliamps(12_500));
            assertThat(sample.granted().l1()).isEqualTo(Sites.amps(32));
            assertThat(sample.limit()).isEqualTo(PhaseCurrents.ofEach(Sites.amps(32)));
            assertThat(sample.isComplete()).isTrue();
        });
        assertThat(kept.evses).singleElement().satisfies(sample -> {
            assertThat(sample.granted()).isEqualTo(Sites.amps(32));
            assertThat(sample.waiting()).isZero();
        });
    }

    @Test
    void aSessionThatNobodyMeasuresIsNotZeroButIncomplete() {
        recorder.see(List.of(report(NOON, null)), NOON);
        recorder.see(List.of(report(NOON.plusSeconds(60), null)), NOON.plusSeconds(60));

        assertThat(kept.strands)
                .singleElement()
                .satisfies(sample -> assertThat(sample.isComplete()).isFalse());
        assertThat(kept.evses)
                .singleElement()
                .satisfies(sample -> assertThat(sample.measured()).isNull());
    }

    @Test
    void whatHappensWhileNobodyLooksIsNotMadeUp() {
        recorder.see(List.of(report(NOON, Sites.amps(10))), NOON);
        recorder.see(List.of(report(NOON.plusSeconds(600), Sites.amps(10))), NOON.plusSeconds(600));

        assertThat(kept.strands).extracting(StrandSample::covered).containsExactly(60);
    }

    @Test
    void aDecisionIsWrittenOnceAndCanBeReadAgain() {
        recorder.see(List.of(report(NOON, Sites.amps(10))), NOON);
        recorder.see(List.of(report(NOON.plusSeconds(10), Sites.amps(11))), NOON.plusSeconds(10));

        assertThat(kept.decisions).hasSize(1);
        Decision read =
                Objects.requireNonNull(Decision.read(kept.decisions.getFirst().content()));
        CycleReport report = report(NOON, Sites.amps(10));
        assertThat(new TreeAllocator(new Slots(Duration.ofMinutes(15)))
                        .allocate(read.planned())
                        .allocations())
                .isEqualTo(report.plan().allocations());
        assertThat(read.planned().site().evses().getFirst().rating())
                .isEqualTo(site.evses().getFirst().rating());
    }

    @Test
    void whatWasDecidedBeforeSteveStopsIsStillWritten() {
        recorder.see(List.of(report(NOON, Sites.amps(10))), NOON);
        History history = new History(
                new History.Stores(kept, kept, _ -> {}, PriorityStore.NONE),
                new History.Retention(MAXIMUM_AGE, MAXIMUM_AGE, MAXIMUM_AGE, MAXIMUM_AGE),
                MAXIMUM_AGE,
                Clock.fixed(NOON, ZoneOffset.UTC));
        history.cycled(List.of(report(NOON, Sites.amps(10))));
        history.close();

        assertThat(kept.decisions).hasSize(2);
    }

    @Test
    void aDecisionRemembersWhatOthersTook() {
        Capacity.Others others = new Capacity.Others(
                PhaseCurrents.ofEach(Sites.amps(12)), steve.loadmanagement.unit.Power.ofWatts(8280));
        CycleReport report = report(NOON, Sites.amps(10));
        StrandId strand = site.root().id();
        Capacity whole = Objects.requireNonNull(report.snapshot().capacities().get(strand));
        Capacity beside =
                new Capacity(whole.currents(), whole.currentSource(), whole.power(), whole.powerSource(), others);
        Snapshot snapshot = new Snapshot(
                NOON, site, Map.of(strand, beside), report.snapshot().demands());
        Decision read = Objects.requireNonNull(Decision.read(Decision.of(new CycleReport(
                        report.facts(),
                        snapshot,
                        snapshot,
                        report.plan(),
                        new Permit(List.of()),
                        Map.of(),
                        report.worst(),
                        Map.of(),
                        Set.of()))
                .write()));
        assertThat(read.planned().capacities().get(strand)).isEqualTo(beside);
    }

    /** The first EVSE charges with so much on each phase; null: it says nothing. */
    private CycleReport report(Instant now, @Nullable Current drawn) {
        Evse charging = site.evses().getFirst();
        Session session = Session.started(7, NOON.minusSeconds(60));
        Reading reading = drawn == null
                ? null
                : new Reading(new ConductorCurrents(drawn, drawn, drawn), null, null, null, now, now);
        Facts facts =
                new Facts(now, Map.of(charging.ref(), new EvseFacts(EvseStatus.CHARGING, session, reading)), Map.of());
        List<Demand> demands = List.of(Sites.demand(charging));
        Snapshot snapshot = new Snapshot(now, site, Capacities.of(site), demands);
        Plan plan = new TreeAllocator(new Slots(Duration.ofMinutes(15))).allocate(snapshot);
        Map<EvseRef, PhaseCurrents> worst = site.evses().stream().collect(toMap(Evse::ref, _ -> PhaseCurrents.ZERO));
        return new CycleReport(
                facts, snapshot, snapshot, plan, new Permit(List.of()), Map.of(), worst, Map.of(), Set.of());
    }

    private static final class Kept implements HistoryStore, DecisionStore {

        final List<StrandSample> strands = new ArrayList<>();
        final List<EvseSample> evses = new ArrayList<>();
        final List<Stored> decisions = new ArrayList<>();

        @Override
        public void write(Collection<StrandSample> moreStrands, Collection<EvseSample> moreEvses) {
            strands.addAll(moreStrands);
            evses.addAll(moreEvses);
        }

        @Override
        public void write(List<Stored> more) {
            decisions.addAll(more);
        }

        @Override
        public void sumUp(Instant quarterHour) {
            assertThat(quarterHour).isEqualTo(NOON);
        }

        @Override
        public List<StrandSample> strand(StrandId strand, Span span, Instant from, Instant to) {
            return strands;
        }

        @Override
        public List<EvseSample> evses(Collection<EvseRef> asked, Span span, Instant from, Instant to) {
            return evses;
        }

        @Override
        public List<EvseTotal> totals(Instant from, Instant to) {
            return List.of();
        }

        @Override
        public void forget(Span span, Instant before) {
            strands.clear();
        }

        @Override
        public @Nullable Stored at(StrandId root, Instant moment) {
            return decisions.isEmpty() ? null : decisions.getLast();
        }

        @Override
        public List<Stored> before(StrandId root, Instant moment, int most) {
            return decisions;
        }

        @Override
        public void forget(Instant before) {
            decisions.clear();
        }
    }
}
