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

import org.junit.jupiter.api.Test;

/** A heap of levels. */
class LevelsTest {

    @Test
    void theLowestComesUpFirst() {
        Levels levels = new Levels();
        long[] pushed = {30, 10, 20, 10, Levels.HIGHEST, 0};
        for (int number = 0; number < pushed.length; number++) {
            levels.push(pushed[number], number);
        }
        int[] popped = new int[5];
        for (int i = 0; i < popped.length; i++) {
            popped[i] = levels.pop();
        }
        assertThat(popped).containsExactly(5, 1, 3, 2, 0);
        assertThat(levels.lowest()).isEqualTo(Levels.HIGHEST);
    }
}
