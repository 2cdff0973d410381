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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every story from the field ends well: what it says comes true, and no strand is ever above its limit. */
@ExtendWith(Quiet.class)
class StoriesTest {

    private static final int TIMES = 5;
    private static final Path STORIES = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> everyStoryEndsWell() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            List<Story> stories = files.sorted().map(Story::of).toList();
            assertThat(stories).hasSizeGreaterThan(10);
            return stories.stream()
                    .map(story -> DynamicTest.dynamicTest(story.title(), () -> {
                        for (long seed = 1; seed <= TIMES; seed++) {
                            assertThat(story.tell(seed).trueLoad().ampereSecondsOver())
                                    .isZero();
                        }
                    }));
        }
    }

    @Test
    void aSentenceThatNobodyUnderstandsIsNamed() {
        Story story = new Story(
                "Nonsense",
                Map.of("Garage", Map.of("limit_a", 32)),
                "block",
                Map.of("A", Map.of()),
                List.of("00:10 A sings"));
        assertThatThrownBy(() -> story.tell(1)).hasMessageContaining("00:10 A sings");
    }
}
