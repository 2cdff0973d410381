/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.control.Alarm;

/** The pages' words in English and German. */
class LanguagesTest {

    private static final Path WORDS = Path.of("src/main/resources/META-INF/resources/static/loadmanagement/lang");
    private static final Pattern KEY = Pattern.compile("'([A-Za-z][\\w. ]*)':");

    private static List<String> keys(String language) throws IOException {
        return KEY.matcher(Files.readString(WORDS.resolve(language + ".js")))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void whatIsSaidInEnglishIsSaidInGermanToo() throws IOException {
        assertThat(keys("de")).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys("en"));
    }

    @Test
    void everyAlarmHasAWordAndSaysWhatToDo() throws IOException {
        List<String> wanted = Arrays.stream(Alarm.Kind.values())
                .flatMap(kind -> Stream.of("'alarm." + kind + "':", "'alarm." + kind + ".do':"))
                .toList();
        assertThat(keys("en")).containsAll(wanted);
    }
}
