/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.commissioning.Commissioning.State;
import steve.loadmanagement.commissioning.Step.Verdict;
import steve.loadmanagement.quirk.Quirk;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/** A commissioning test, sight by sight: a look each five seconds, a reading each ten. */
class CommissioningTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofSeconds(5);

    private Instant now = NOON;
    private Commissioning test = Commissioning.begun("Jo", NOON);

    /** Runs the test to its end on a station that draws by that rule what it was told, a while after it accepted. */
    private void run(DoubleUnaryOperator drawn, Duration reaction, @Nullable String refusal) {
        Current told = null;
        Instant toldAt = now;
        double draws = 0;
        for (int i = 0; i < 300 && !test.isOver(); i++) {
            now = now.plus(LOOK);
            Current target = test.ceiling();
            if (target != null && !target.equals(told)) {
                told = target;
                toldAt = now;
            }
            boolean hasReacted = told != null && !toldAt.plus(reaction).isAfter(now);
            draws = hasReacted && told != null ? drawn.applyAsDouble(told.milliamps() / 1000.0) : draws;
            test = test.see(sight(told, refusal == null ? toldAt : null, refusal, i % 2 == 0 ? draws : null));
        }
    }

    private Sight sight(
            @Nullable Current told, @Nullable Instant acceptedAt, @Nullable String refusal, @Nullable Double drawn) {
        Map<Phase, Current> measured = drawn == null ? Map.of() : Map.of(Phase.L1, amps(drawn), Phase.L2, amps(drawn));
        return new Sight(
                now,
                true,
                true,
                told,
                told == null ? null : acceptedAt,
                refusal,
                measured,
                null,
                drawn == null ? null : now,
                null);
    }

    private List<Verdict> verdicts() {
        return test.done().stream().map(Step::verdict).toList();
    }

    private Findings findings() {
        return Findings.of(test, "test");
    }

    @Test
    void aGoodStationFollowsEveryStep() {
        run(told -> told, Duration.ofSeconds(5), null);
        assertThat(test.state()).isEqualTo(State.DONE);
        assertThat(test.done().stream().map(Step::target))
                .containsExactly(amps(6), amps(10), amps(16), amps(0), amps(6));
        assertThat(verdicts()).containsOnly(Verdict.FOLLOWED);
        assertThat(findings().follows()).isTrue();
        assertThat(findings().resumes()).isTrue();
        assertThat(findings().phases()).containsExactly(Phase.L1, Phase.L2);
        assertThat(findings().proposed()).isEmpty();
    }

    @Test
    void aStationThatIgnoresEverythingIsNotControllable() {
        run(_ -> 32, Duration.ZERO, null);
        assertThat(verdicts()).containsOnly(Verdict.NOT_FOLLOWED);
        assertThat(findings().follows()).isFalse();
        assertThat(findings().proposed()).containsOnlyKeys(Quirk.CONTROLLABLE);
    }

    @Test
    void aStationThatRefusesEverythingIsNotControllable() {
        run(_ -> 0, Duration.ZERO, "REJECTED");
        assertThat(verdicts()).containsOnly(Verdict.REFUSED);
        assertThat(findings().follows()).isNull();
        assertThat(findings().proposed()).containsOnlyKeys(Quirk.CONTROLLABLE);
    }

    @Test
    void aSlowStationWantsASettleTimeOfItsOwn() {
        run(told -> told, Duration.ofSeconds(40), null);
        assertThat(findings().slowest()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
        assertThat(findings().proposed()).containsOnlyKeys(Quirk.SETTLE_SECONDS);
    }

    @Test
    void aStationThatGivesAllAfterZeroIsNeverPaused() {
        boolean[] wasAtZero = {false};
        run(
                told -> {
                    wasAtZero[0] |= told == 0;
                    return wasAtZero[0] && told > 0 ? 32 : told;
                },
                Duration.ZERO,
                null);
        assertThat(findings().resumes()).isFalse();
        assertThat(findings().proposed()).containsOnlyKeys(Quirk.RESUME);
    }

    @Test
    void aCarThatTakesLessProvesNothingAgainstTheStation() {
        run(told -> Math.min(told, 9), Duration.ZERO, null);
        assertThat(verdicts()).contains(Verdict.TAKES_LESS).doesNotContain(Verdict.NOT_FOLLOWED);
        assertThat(findings().follows()).isTrue();
    }

    @Test
    void aCarThatLeavesEndsTheTest() {
        test = test.see(sight(null, null, null, null));
        assertThat(test.state()).isEqualTo(State.RUNNING);
        test = test.see(new Sight(now, true, false, null, null, null, Map.of(), null, null, null));
        assertThat(test.state()).isEqualTo(State.ABORTED);
        assertThat(test.why()).isEqualTo("the car has left");
        assertThat(test.ceiling()).isNull();
    }

    @Test
    void withoutACarItWaitsAndBoundsNothing() {
        test = test.see(new Sight(now, true, false, null, null, null, Map.of(), null, null, null));
        assertThat(test.state()).isEqualTo(State.WAITING);
        assertThat(test.ceiling()).isNull();
    }
}
