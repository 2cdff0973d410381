/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes next, however the levels are spread. */
class UpcomingTest {

    /** So many numbers, with levels below that, among them one at a level far above. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, nothing comes",
        "1, 1, 0, one alone",
        "500, 1, 0, all at level zero",
        "500, 3, 0, three levels for all",
        "1000, 100000000, 0, levels far apart",
        "1000, 100000000, 4000000000000, one far above",
        "1000, 1000, 4000000000000, all but one close together"
    })
    void theLowestLevelComesNextAndThenTheLowestNumber(int count, long below, long far, String why) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(count);
        long[] entries = new long[count];
        for (int number = 0; number < count; number++) {
            long level = far > 0 && number == count / 2 ? far : random.nextLong(below);
            entries[number] = Levels.entry(level, number);
        }
        Upcoming upcoming = new Upcoming(entries);
        long[] come = new long[count];
        for (int i = 0; i < count; i++) {
            come[i] = Levels.entry(upcoming.level(), upcoming.number());
            upcoming.advance();
        }
        Arrays.sort(entries);
        assertThat(come).as(why).containsExactly(entries);
        assertThat(upcoming.level()).isEqualTo(Levels.HIGHEST);
    }
}
