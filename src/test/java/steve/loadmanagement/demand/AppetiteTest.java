/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import steve.loadmanagement.unit.Current;

/** What a car seems to take, by what it was granted and what it took; a reading every ten seconds. */
class AppetiteTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int SECONDS = 10;
    private static final Appetite.Rules RULES = Appetite.Rules.DEFAULT;

    /** The ceilings after each reading of a car that could have {@code granted} A and draws a curve of seconds. */
    private static List<@Nullable Current> ceilings(double granted, int seconds, IntToDoubleFunction wants) {
        List<@Nullable Current> ceilings = new ArrayList<>();
        Appetite appetite = Appetite.UNKNOWN;
        for (int second = 0; second < seconds; second += SECONDS) {
            Current ceiling = appetite.ceiling();
            Current grant = ceiling == null ? amps(granted) : amps(granted).min(ceiling.max(amps(6)));
            Current taken = amps(wants.applyAsDouble(second)).min(grant);
            appetite = appetite.after(taken, grant, NOON.plusSeconds(second), RULES);
            ceilings.add(appetite.ceiling());
        }
        return ceilings;
    }

    private static long changes(List<@Nullable Current> ceilings) {
        long changes = 0;
        for (int i = 1; i < ceilings.size(); i++) {
            changes += Objects.equals(ceilings.get(i), ceilings.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    @Test
    void aCarThatTakesAllItIsGivenHasNoCeiling() {
        assertThat(ceilings(16, 3600, _ -> 32)).containsOnlyNulls();
    }

    @Test
    void aCarThatTakesLessKeepsThatAndAMargin() {
        List<@Nullable Current> ceilings = ceilings(32, 300, _ -> 10);
        assertThat(ceilings.subList(0, 8)).containsOnlyNulls();
        assertThat(ceilings.subList(8, ceilings.size())).containsOnly(amps(12));
    }

    @Test
    void aPauseOfAMinuteCostsNothing() {
        assertThat(ceilings(16, 3600, second -> second % 600 < 60 ? 0 : 16)).containsOnlyNulls();
    }

    @Test
    void aCarThatIsFullIsLeftWithTheMarginAlone() {
        List<@Nullable Current> ceilings = ceilings(32, 600, second -> second < 120 ? 32 : 0);
        assertThat(ceilings.getLast()).isEqualTo(amps(2));
    }

    @Test
    void aCarThatWakesHasItsWholeShareAgainAtItsNextReading() {
        List<@Nullable Current> ceilings = ceilings(32, 900, second -> second < 600 ? 0 : 32);
        assertThat(ceilings.get(59)).isEqualTo(amps(2));
        assertThat(ceilings.get(60)).isNull();
    }

    @Test
    void aCarThatRampsUpIsNotHeldBack() {
        List<@Nullable Current> ceilings = ceilings(32, 300, second -> second / 3.0);
        assertThat(ceilings).containsOnlyNulls();
    }

    @Test
    void aCeilingIsTriedAgainAfterHalfAnHour() {
        List<@Nullable Current> ceilings = ceilings(32, 4000, _ -> 10);
        assertThat(changes(ceilings)).isEqualTo(5);
    }

    @Test
    void aWaitingCarTeachesNothing() {
        Appetite appetite = Appetite.UNKNOWN;
        for (int second = 0; second < 600; second += SECONDS) {
            appetite = appetite.after(Current.ZERO, Current.ZERO, NOON.plusSeconds(second), RULES);
        }
        assertThat(appetite).isEqualTo(Appetite.UNKNOWN);
    }

    /** Constant current, then a taper to nothing over the last hour, with noise of half an ampere. */
    @Test
    void aTaperTakesABoundedNumberOfChanges() {
        List<@Nullable Current> ceilings = ceilings(
                32,
                3 * 3600,
                second -> Math.max(0, Math.min(32, 32 * (9000 - second) / 3600.0)) + 0.5 * (second / 10 % 2));
        assertThat(changes(ceilings)).isLessThanOrEqualTo(32 / 2 + 6);
    }

    @Test
    void aCarThatAlwaysTakesATenthLessThanItMayDoesNotSpiralDown() {
        Appetite appetite = Appetite.UNKNOWN;
        for (int second = 0; second < 1200; second += SECONDS) {
            appetite = appetite.after(amps(32 * 0.9), amps(32), NOON.plusSeconds(second), RULES);
        }
        assertThat(appetite.ceiling()).isNull();
    }

    /** What a car among many is granted: nothing while it sleeps, for others have its place; the minimum for a try. */
    private static Current among(double share, Appetite appetite) {
        Current ceiling = appetite.ceiling();
        if (appetite.isAsleep(RULES)) {
            return Current.ZERO;
        }
        return ceiling == null ? amps(share) : amps(share).min(ceiling.max(amps(6)));
    }

    /** When its grant changes, and to what, in s and A; a vehicle that is granted less than 6 A takes nothing. */
    private static List<String> grants(double share, int seconds, IntToDoubleFunction wants) {
        List<String> grants = new ArrayList<>();
        Appetite appetite = Appetite.UNKNOWN;
        Current before = Current.ZERO;
        for (int second = 0; second < seconds; second += SECONDS) {
            Current grant = among(share, appetite);
            if (!grant.equals(before)) {
                grants.add(second + " " + grant);
            }
            before = grant;
            Current taken = amps(wants.applyAsDouble(second)).min(grant);
            appetite = appetite.after(taken, grant, NOON.plusSeconds(second), RULES);
        }
        return grants;
    }

    @Test
    void aSleeperGivesItsPlaceToOthersAndIsTriedEveryTwoHours() {
        List<String> expected =
                List.of("0 16.0 A", "90 0.0 A", "7290 6.0 A", "7380 0.0 A", "14490 6.0 A", "14580 0.0 A");
        assertThat(grants(16, 6 * 3600, _ -> 0)).isEqualTo(expected);
        assertThat(grants(16, 6 * 3600, second -> second / 10 % 3 * 0.3))
                .as("what stands by is no charging")
                .isEqualTo(expected);
    }

    @Test
    void aSleeperThatTakesTheTryHasItsWholeShareAgain() {
        assertThat(grants(16, 4 * 3600, second -> second < 7000 ? 0 : 32))
                .containsExactly("0 16.0 A", "90 0.0 A", "7290 6.0 A", "7300 16.0 A");
    }

    @Test
    void aCarThatWaitedForItsTurnIsNotTakenForASleeper() {
        Appetite appetite = Appetite.UNKNOWN;
        for (int second = 0; second < 3600; second += SECONDS) {
            appetite = appetite.after(Current.ZERO, Current.ZERO, NOON.plusSeconds(second), RULES);
        }
        assertThat(appetite.isAsleep(RULES)).isFalse();
    }

    /** Seconds by seconds as cars draw; each with the most changes of its grant in eight hours among others. */
    static Stream<Arguments> curves() {
        return Stream.of(
                Arguments.of("steady", 1, (IntToDoubleFunction) _ -> 32),
                Arguments.of("a small charger", 32, (IntToDoubleFunction) _ -> 10),
                Arguments.of("noise of an ampere", 32, (IntToDoubleFunction) second -> 10 + second / 10 % 3 * 0.5),
                Arguments.of("taper of three hours", 40, (IntToDoubleFunction)
                        second -> Math.clamp((4 * 3600 - second) / 340.0, 0, 32)),
                Arguments.of(
                        "steps of battery care", 40, (IntToDoubleFunction) second -> second / 1800 % 2 == 0 ? 16 : 9),
                Arguments.of(
                        "a pause of a minute each ten", 1, (IntToDoubleFunction) second -> second % 600 < 60 ? 0 : 16),
                Arguments.of("preheating, then full", 12, (IntToDoubleFunction)
                        second -> second < 600 ? 12 : second < 5400 ? 16 : 0),
                Arguments.of("full, preheated at the end", 12, (IntToDoubleFunction)
                        second -> second < 3600 || second > 7 * 3600 ? 16 : 0),
                Arguments.of("on and off each five minutes", 12, (IntToDoubleFunction)
                        second -> second / 300 % 2 == 0 ? 16 : 0),
                Arguments.of("a very slow ramp", 12, (IntToDoubleFunction) second -> Math.min(16, second / 60.0)));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void noCurveMakesTheGrantOscillate(String name, int most, IntToDoubleFunction wants) {
        assertThat(grants(16, 8 * 3600, wants)).as(name).hasSizeLessThanOrEqualTo(most);
    }
}
