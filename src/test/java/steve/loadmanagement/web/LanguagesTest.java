/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steve.loadmanagement.control.Alarm;

/** The pages' words in English and German. */
class LanguagesTest {

    private static final Path WORDS = Path.of("src/main/resources/META-INF/resources/static/loadmanagement/lang");
    private static final Pattern KEY =
            Pattern.compile("(?<=[{,] |^ {2})(?:'([A-Za-z][\\w. ]*)'|(\\w+)): '", Pattern.MULTILINE);
    private static final Pattern SUBJECT =
            Pattern.compile("new (?:Problem|WayFields)\\((?:name == null \\? )?\\s*\"([A-Za-z ]+)\"");
    private static final Pattern SAID = Pattern.compile("(?m)^ {2}\\['((?:[^'\\\\]|\\\\.)*)', '");
    private static final Pattern ASKED = Pattern.compile("\\b(?:t|many)\\('([A-Za-z][\\w. ]*)'[,)]");

    private static List<String> keys(String language) throws IOException {
        return KEY.matcher(Files.readString(WORDS.resolve(language + ".js")))
                .results()
                .map(found -> "'" + (found.group(1) == null ? found.group(2) : found.group(1)) + "':")
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-grid", "-stations"})
    void whatIsSaidInEnglishIsSaidInGermanToo(String pages) throws IOException {
        assertThat(keys("de" + pages))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keys("en" + pages));
    }

    /** As said.js does it: the first pattern that fits. */
    private static boolean isSaidInGerman(String sentence) throws IOException {
        String sample = sentence.replaceAll("\\{\\d}", "7");
        return SAID.matcher(Files.readString(WORDS.resolve("de-said.js")))
                .results()
                .map(line -> line.group(1).replace("\\'", "'"))
                .anyMatch(english -> Pattern.matches(
                        Arrays.stream(english.split("\\{\\d}", -1))
                                .map(Pattern::quote)
                                .collect(joining("(?s:.+)")),
                        sample));
    }

    @Test
    void whatTheServerSaysInEnglishIsTranslatedForAGermanOperator() throws IOException {
        Set<String> sentences = SpokenSentences.inTheSources();
        List<String> untranslated = new ArrayList<>();
        for (String sentence : sentences) {
            if (!isSaidInGerman(sentence)) {
                untranslated.add(sentence);
            }
        }
        assertThat(sentences).hasSizeGreaterThan(80);
        assertThat(untranslated).isEmpty();
    }

    /** Whom a refusal is about where nobody has named it yet. */
    @Test
    void whatARefusalIsAboutIsSaidInGermanToo() throws IOException {
        Set<String> subjects = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                SUBJECT.matcher(Files.readString(source)).results().forEach(found -> subjects.add(found.group(1)));
            }
        }
        assertThat(subjects).contains("EVSE", "meter", "signal line");
        for (String subject : subjects) {
            assertThat(isSaidInGerman(subject)).as(subject).isTrue();
        }
    }

    /** {@code t('key')} and {@code many('key', n)} in the scripts; a key that is composed is not seen here. */
    @Test
    void everyKeyThatAScriptNamesHasAWord() throws IOException {
        Set<String> words = new TreeSet<>(keys("en"));
        words.addAll(keys("en-grid"));
        words.addAll(keys("en-stations"));
        try (Stream<Path> scripts = Files.list(WORDS.resolveSibling("."))) {
            for (Path script :
                    scripts.filter(path -> path.toString().endsWith(".js")).toList()) {
                List<String> asked = ASKED.matcher(Files.readString(script))
                        .results()
                        .map(found -> "'" + found.group(1) + "':")
                        .toList();
                assertThat(words).as(script.toString()).containsAll(asked);
            }
        }
    }

    @Test
    void everyAlarmHasAWordAndSaysWhatToDo() throws IOException {
        List<String> wanted = Arrays.stream(Alarm.Kind.values())
                .flatMap(kind -> Stream.of("'alarm." + kind + "':", "'alarm." + kind + ".do':"))
                .toList();
        assertThat(keys("en")).containsAll(wanted);
    }
}
