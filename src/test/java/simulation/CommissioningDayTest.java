/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.perPhase;
import static support.Sites.strand;
import static support.Sites.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.commissioning.OfflineTrial;
import steve.loadmanagement.commissioning.Step;
import steve.loadmanagement.commissioning.WiringFound;
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.CommissioningLog;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicPorts;
import steve.loadmanagement.control.DynamicSource;
import steve.loadmanagement.control.MeterLog;
import steve.loadmanagement.control.SignalPorts;
import steve.loadmanagement.control.StationErrands;
import steve.loadmanagement.ledger.Outcome;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/**
 * A station is commissioned in the running control code: its conductor L1 hangs on L2 of the grid, the strand's meter is read
 * each five seconds, its own each ten. Its grant falls back to 6 A.
 */
class CommissioningDayTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final EvseRef EVSE = evse("A");
    private static final MeterSettings METER = new MeterSettings(
            new MeterId(1),
            new StrandId(1),
            "Main",
            new MeterSource.HttpPush(),
            Spread.BALANCED,
            Duration.ofSeconds(30),
            new StaleRule.StopCharging(),
            false,
            0);
    private static final Car.Kind CAR = new Car.Kind(1, 32_000, 6_000, Duration.ofSeconds(3), Duration.ofSeconds(8), 0);

    private final Memory log = new Memory();
    private final CarPark carPark = carPark();
    private final CommissioningDesk desk = new CommissioningDesk(
            this::loop, new Silent(), log, carPark.steve().clock().inUtc());

    private CarPark carPark() {
        DynamicSource.Settings settings = new DynamicSource.Settings(
                List.of(METER), List.of(), List.of(), Map.of(), Set.of(), List.of(), Map.of(), List.of());
        Site site = Site.of(
                List.of(strand(1, null, perPhase(63))),
                List.of(with(evse("A", 1, Wiring.UNKNOWN, 32), new Fallback.Reserve(amps(6)))));
        Habits habits = new Habits(Duration.ofSeconds(10), Duration.ZERO, 0, 0, false, false, true);
        Node.Extras extras = new Node.Extras(
                (demand, facts, now) -> desk.apply(demand, facts, now),
                new DynamicPorts(() -> settings, MeterLog.NONE, _ -> {}, SignalPorts.NONE));
        return new CarPark(site, _ -> habits, MORNING, 9, 1, extras);
    }

    private ControlLoop loop() {
        return carPark.steve().nodes().getFirst().loop();
    }

    private Station station() {
        return carPark.station("A");
    }

    /** The car is there after three minutes. */
    private void begin() {
        carPark.open();
        each(Duration.ofSeconds(5), () -> loop().on(strandMeter()));
        each(Duration.ofSeconds(1), desk::look);
        pass(Duration.ofMinutes(1));
        Plug plug = station().plugs().getFirst();
        carPark.timeline()
                .after(Duration.ofMinutes(2), () -> carPark.arrive(station(), plug, CAR, 100_000, Duration.ofHours(5)));
    }

    private void each(Duration time, Runnable step) {
        carPark.timeline().after(time, () -> {
            step.run();
            each(time, step);
        });
    }

    private void pass(Duration time) {
        carPark.timeline().runUntil(carPark.timeline().now().plus(time));
    }

    /** What the car draws lies on L2, beside other loads that wander. */
    private MeterReading strandMeter() {
        Instant now = carPark.timeline().now();
        Car car = station().plugs().getFirst().car();
        long minute = now.getEpochSecond() / 60;
        PhaseCurrents others = new PhaseCurrents(
                Current.ofMilliamps(8_000 + (int) (minute % 3) * 200),
                Current.ofMilliamps(7_000 + (int) (minute % 4) * 200),
                Current.ofMilliamps(9_000 - (int) (minute % 5) * 200));
        PhaseCurrents all =
                others.with(Phase.L2, others.on(Phase.L2).plus(Current.ofMilliamps(car == null ? 0 : car.drawnMa())));
        return new MeterReading.Measured(METER.id(), all, Voltage.NOMINAL.power(all), now);
    }

    private Commissioning test() {
        return Objects.requireNonNull(desk.of(EVSE));
    }

    private OfflineTrial trial() {
        return Objects.requireNonNull(test().offline());
    }

    @Test
    void theCoursesStepsAreFoundOnThePhaseOfTheStrandsMeter() {
        begin();
        desk.begin(EVSE, "Jo");
        pass(Duration.ofMinutes(20));
        assertThat(test().state()).isEqualTo(Commissioning.State.DONE);
        assertThat(test().done().stream().map(Step::verdict)).containsOnly(Step.Verdict.FOLLOWED);
        WiringFound found = WiringFound.in(test().beside().phases().moments(), Wiring.UNKNOWN);
        assertThat(found.candidates()).containsExactly(Wiring.L2L3L1, Wiring.L2L1L3);
        assertThat(found.found().getFirst().evidence().get(Phase.L2)).isGreaterThan(0.95);
        assertThat(carPark.site().evse(EVSE))
                .extracting("wiring")
                .as("never set by itself")
                .isEqualTo(Wiring.UNKNOWN);
    }

    @Test
    void aStationThatIsCutFallsBackAndTheReadingsItKeptProveIt() {
        begin();
        pass(Duration.ofMinutes(10));
        desk.beginOffline(EVSE, "Jo");
        assertThat(trial().before().fallback()).isEqualTo(amps(6));
        station().breakLine(Duration.ofMinutes(40));
        pass(Duration.ofMinutes(5));
        assertThat(trial().state()).isEqualTo(OfflineTrial.State.CUT);
        assertThat(trial().dueAt()).isAfter(carPark.timeline().now());
        pass(Duration.ofMinutes(34));
        assertThat(trial().state()).isEqualTo(OfflineTrial.State.DUE);
        pass(Duration.ofMinutes(20));
        assertThat(trial().state()).isEqualTo(OfflineTrial.State.DONE);
        assertThat(trial().measured()).isNotNull();
        assertThat(trial().verdict()).isEqualTo(OfflineTrial.Verdict.CONFIRMED);
        assertThat(log.kept).containsExactly(test());
    }

    @Test
    void whereNoCarChargesNothingCanBeTried() {
        begin();
        assertThatThrownBy(() -> desk.beginOffline(EVSE, "Jo")).hasMessageContaining("no car charges");
    }

    @Test
    void aTrialThatIsGivenUpIsKeptAsSuch() {
        begin();
        pass(Duration.ofMinutes(10));
        desk.beginOffline(EVSE, "Jo");
        assertThatThrownBy(() -> desk.begin(EVSE, "Jo")).hasMessageContaining("is being tested already");
        desk.cancelOffline(EVSE);
        assertThat(trial().state()).isEqualTo(OfflineTrial.State.ABORTED);
        assertThat(log.kept).hasSize(1);
        assertThatThrownBy(() -> desk.cancelOffline(EVSE)).hasMessageContaining("nobody tries");
    }

    /** Keeps protocols in memory, one for each id. */
    private static final class Memory implements CommissioningLog {

        private final List<Commissioning> kept = new ArrayList<>();

        @Override
        public int write(EvseRef evse, Commissioning test) {
            kept.add(test);
            return kept.size() - 1;
        }

        @Override
        public void change(int id, Commissioning test) {
            kept.set(id, test);
        }

        @Override
        public List<Protocol> of(EvseRef evse) {
            return List.of();
        }

        @Override
        public List<Line> newest(int most) {
            return List.of();
        }

        @Override
        public @Nullable Kept read(int id) {
            return null;
        }
    }

    /** A station that answers nothing that it is asked beside its setpoints. */
    private static final class Silent implements StationErrands {

        private static <T> CompletableFuture<T> nothing() {
            return CompletableFuture.failedFuture(new NotDone(new Outcome.Unanswered()));
        }

        @Override
        public CompletableFuture<Map<String, String>> configuration(String chargeBoxId, List<String> keys) {
            return nothing();
        }

        @Override
        public CompletableFuture<Change> change(String chargeBoxId, String key, String value) {
            return nothing();
        }

        @Override
        public CompletableFuture<Void> triggerMeterValues(EvseRef evse) {
            return nothing();
        }

        @Override
        public CompletableFuture<Void> triggerBoot(String chargeBoxId) {
            return nothing();
        }

        @Override
        public CompletableFuture<List<Period>> compositeSchedule(EvseRef evse, Duration ahead) {
            return nothing();
        }
    }
}
