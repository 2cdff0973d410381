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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.capacity.Broker;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource;
import steve.loadmanagement.control.Alarms.Condition;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** What comes on signal lines is in force at once, stored or not, and until something else comes. */
class SignalWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final StrandId STRAND = new StrandId(1);
    private static final ValuePath HERE = new ValuePath("t", "", BigDecimal.ONE);
    private static final SignalLine BOX = new SignalLine(
            new SignalLineId(1),
            STRAND,
            "Box",
            new SignalSource.ModbusDimming("h", 502, 1, true, 0, Duration.ofSeconds(1), false),
            0);
    private static final SignalLine LIMITS = new SignalLine(
            new SignalLineId(2),
            STRAND,
            "Limits",
            new SignalSource.MqttLimit(
                    new Broker("tcp://h", 3, null, null),
                    Map.of(MeterQuantity.POWER, HERE),
                    null,
                    Duration.ofMinutes(5)),
            0);
    private static final Limit TEN_KILOWATTS = new Limit(null, Power.ofKilowatts(10), LimitSource.MQTT);

    private final Tables tables = new Tables();
    private final DynamicSettings settings = new DynamicSettings(tables);
    private final SignalWatch watch = new SignalWatch(new SignalPorts(_ -> {}, tables));

    /** A database that may be gone. */
    private static final class Tables implements DynamicSource, SignalLog {

        private final Map<GridSignal.Channel, GridSignal> signals = new LinkedHashMap<>();
        private final Map<SignalLineId, LimitOverTime> limits = new LinkedHashMap<>();
        private List<SignalLine> lines = List.of(BOX, LIMITS);
        private boolean isGone;
        private int writes;

        @Override
        public Settings read() {
            mustBeThere();
            return new Settings(
                    List.of(),
                    List.copyOf(limits.values()),
                    List.of(),
                    Map.of(),
                    Set.of(),
                    List.copyOf(signals.values()),
                    Map.of(),
                    lines);
        }

        @Override
        public void put(GridSignal signal) {
            mustBeThere();
            writes++;
            signals.put(signal.channel(), signal.after(signals.get(signal.channel())));
        }

        @Override
        public void put(SignalLineId line, LimitOverTime limit) {
            mustBeThere();
            writes++;
            limits.put(line, limit);
        }

        private void mustBeThere() {
            if (isGone) {
                throw new IllegalStateException("gone");
            }
        }
    }

    private DynamicSource.Settings at(int second) {
        return watch.follow(settings, NOW.plusSeconds(second));
    }

    private static LineNews dimmed(boolean isDimmed, int second) {
        return new LineNews.Dimmed(BOX.id(), isDimmed, null, NOW.plusSeconds(second));
    }

    private static LineNews limited(Limit limit, int validForS, int second) {
        return new LineNews.Limited(LIMITS.id(), limit, Duration.ofSeconds(validForS), NOW.plusSeconds(second));
    }

    private static GridSignal signal(boolean isDimmed, int since, int heardAt) {
        return new GridSignal(
                STRAND,
                GridSignal.Channel.CONTROL_BOX,
                isDimmed,
                null,
                NOW.plusSeconds(since),
                NOW.plusSeconds(heardAt));
    }

    private static @Nullable LimitOverTime limit(int from, int until) {
        return new LimitOverTime(STRAND, TEN_KILOWATTS, NOW.plusSeconds(from), NOW.plusSeconds(until), null);
    }

    @Test
    void onlyWhatChangesSomethingStartsACycleAtOnce() {
        assertThat(watch.on(dimmed(true, 0))).as("a line that nobody knows yet").isFalse();
        at(0);
        assertThat(watch.on(dimmed(true, 1))).isTrue();
        assertThat(watch.on(dimmed(true, 2))).isFalse();
        assertThat(watch.on(new LineNews.Unusable(BOX.id(), "gone", NOW))).isFalse();
        assertThat(watch.on(dimmed(true, 3))).isFalse();
        assertThat(watch.on(dimmed(false, 4))).isTrue();
        assertThat(watch.on(limited(TEN_KILOWATTS, 60, 5))).isTrue();
        assertThat(watch.on(limited(TEN_KILOWATTS, 60, 6))).isFalse();
        assertThat(watch.on(limited(TEN_KILOWATTS, 0, 7))).as("withdrawn").isTrue();
    }

    @Test
    void aDimmingIsInForceFromWhenItBeganAndHeardWhenItWasSaidLast() {
        at(0);
        watch.on(dimmed(true, 1));
        assertThat(at(1).signals()).containsExactly(signal(true, 1, 1));
        watch.on(dimmed(true, 4));
        assertThat(at(4).signals()).containsExactly(signal(true, 1, 4));
        watch.on(dimmed(false, 7));
        assertThat(at(7).signals()).containsExactly(signal(false, 7, 7));
    }

    @Test
    void thatABoxStillSaysTheSameIsWrittenNowAndThenOnly() {
        at(0);
        for (int second = 1; second <= 60; second++) {
            watch.on(dimmed(true, second));
            assertThat(at(second).signals()).containsExactly(signal(true, 1, second));
        }
        assertThat(tables.writes).isBetween(5, 7);
    }

    @Test
    void aDatabaseThatIsGoneKeepsNobodyFromDimming() {
        at(0);
        tables.isGone = true;
        watch.on(dimmed(true, 1));
        watch.on(limited(TEN_KILOWATTS, 60, 1));
        DynamicSource.Settings inForce = at(1);
        assertThat(inForce.signals()).containsExactly(signal(true, 1, 1));
        assertThat(inForce.limits()).containsExactly(limit(1, 61));
        watch.on(dimmed(true, 5));
        assertThat(at(5).signals()).containsExactly(signal(true, 1, 5));
        tables.isGone = false;
        inForce = at(20);
        assertThat(inForce.signals()).containsExactly(signal(true, 1, 5));
        assertThat(inForce.limits()).containsExactly(limit(1, 61));
        assertThat(tables.signals.values()).containsExactly(signal(true, 1, 5));
        assertThat(tables.limits.values()).containsExactly(limit(1, 61));
    }

    @Test
    void afterARestartWhatWasStoredHolds() {
        tables.signals.put(GridSignal.Channel.CONTROL_BOX, signal(true, -600, -5));
        tables.limits.put(LIMITS.id(), limit(-10, 50));
        DynamicSource.Settings inForce = at(0);
        assertThat(inForce.signals()).containsExactly(signal(true, -600, -5));
        assertThat(inForce.limits()).containsExactly(limit(-10, 50));
        watch.on(dimmed(true, 1));
        assertThat(at(1).signals()).containsExactly(signal(true, -600, 1));
    }

    @Test
    void aSignalByHandOnTheSameChannelThatCameLaterCounts() {
        at(0);
        watch.on(dimmed(true, 1));
        at(1);
        tables.signals.put(GridSignal.Channel.CONTROL_BOX, signal(false, 5, 5));
        settings.edited();
        assertThat(at(6).signals()).containsExactly(signal(false, 5, 5));
    }

    @Test
    void aNewLimitTakesThePlaceOfTheOneBeforeAndAnOperatorMayWithdrawIt() {
        at(0);
        watch.on(limited(TEN_KILOWATTS, 60, 1));
        assertThat(at(1).limits()).containsExactly(limit(1, 61));
        watch.on(limited(TEN_KILOWATTS, 60, 31));
        assertThat(at(31).limits()).containsExactly(limit(31, 91));
        tables.limits.clear();
        settings.edited();
        assertThat(at(32).limits()).isEmpty();
    }

    @Test
    void whatCameOnALineThatIsEditedOrGoneIsForgotten() {
        at(0);
        watch.on(dimmed(true, 1));
        at(1);
        tables.signals.clear();
        tables.lines = List.of(LIMITS);
        settings.edited();
        assertThat(at(2).signals()).isEmpty();
        assertThat(watch.newest(BOX.id())).isNull();
        assertThat(watch.on(dimmed(true, 3))).isFalse();
    }

    @Test
    void aLineThatSaysNothingUsableIsAnAlarmAndWhatItSaidLastGoesOn() {
        at(0);
        watch.on(dimmed(true, 1));
        watch.on(new LineNews.Unusable(BOX.id(), "h:502 unit 1: connection refused", NOW.plusSeconds(2)));
        assertThat(at(2).signals()).containsExactly(signal(true, 1, 1));
        Map<Condition, String> found = new LinkedHashMap<>();
        watch.conditions(found);
        assertThat(found)
                .containsExactly(Map.entry(
                        new Condition(Alarm.Kind.GRID_OPERATOR_SILENT, "Box"),
                        "h:502 unit 1: connection refused: what it said last goes on"));
        List<Condition> later = new ArrayList<>();
        watch.on(dimmed(true, 3));
        found.clear();
        watch.conditions(found);
        assertThat(found.keySet()).isEqualTo(Set.copyOf(later));
    }
}
