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

import java.lang.reflect.Method;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign with faults stays below every limit with all the rules, and with none of them left out. */
@Timeout(1200)
@ExtendWith(Quiet.class)
class RulesTest {

    private static final int DAYS = Integer.getInteger("rules.days", 100);
    private static final int LONGEST_SEARCH = Integer.getInteger("rules.search", 60);
    private static final long SEED = 7_000;

    /** A station's memory is written by every session, every turn and every quarter of an hour, not by what goes wrong. */
    private static final int WRITES_THAT_WEAR_OUT = 500;

    static List<Mutation> seenOnDays() {
        return Mutation.SEEN;
    }

    static List<Mutation> seenInBadHours() {
        return Mutation.SEEN_IN_BAD_HOURS;
    }

    @Test
    void withAllRulesNothingFlowsBeyondALimitAndNoStationIsWornOut() {
        Campaign campaign = campaign(seed -> RandomDay.of(seed, true));
        assertThat(campaign.ampereSecondsOver()).isZero();
        assertThat(campaign.energyWh()).isGreaterThan(campaign.demandWh() / 2);
        assertThat(campaign.worstWrites()).isLessThan(WRITES_THAT_WEAR_OUT);
    }

    @Test
    void norInHoursInWhichADaysFaultsMeet() {
        assertThat(campaign(RandomDay::badHours).ampereSecondsOver()).isZero();
    }

    private static Campaign campaign(LongFunction<CarPark> day) {
        Campaign campaign = new Campaign(LongStream.range(SEED, SEED + DAYS)
                .parallel()
                .mapToObj(seed -> SiteDay.of(day.apply(seed)))
                .toList());
        System.out.println(campaign.json());
        return campaign;
    }

    @ParameterizedTest
    @MethodSource("seenOnDays")
    void withoutARuleMoreFlowsThanALimitBears(Mutation mutation) throws ReflectiveOperationException {
        assertThat(found(mutation, "ampereSecondsOver")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("seenInBadHours")
    void withoutARuleMoreFlowsInBadHours(Mutation mutation) throws ReflectiveOperationException {
        assertThat(found(mutation, "ampereSecondsOverInBadHours")).isPresent();
    }

    private static OptionalLong found(Mutation mutation, String over) throws ReflectiveOperationException {
        Method day =
                MutatedClasses.of(mutation).loadClass(Drill.class.getName()).getDeclaredMethod(over, long.class);
        OptionalLong found = LongStream.range(mutation.seed(), mutation.seed() + LONGEST_SEARCH)
                .filter(seed -> overOn(day, seed) > 0)
                .findFirst();
        System.out.println(mutation + ": seed " + found);
        return found;
    }

    private static double overOn(Method day, long seed) {
        try {
            return (double) day.invoke(null, seed);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
