/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every patch must be, whether or not SteVe's sources are at hand. */
class PatchesTest {

    @Test
    void aPatchOnlyInsertsAndCarriesNoLineOfSteve() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("patches"))) {
            List<Path> patches =
                    files.filter(file -> file.toString().endsWith(".patch")).toList();
            assertThat(patches).isNotEmpty();
            for (Path patch : patches) {
                String text = Files.readString(patch);
                String hunks = text.substring(text.indexOf("--- a/"));
                assertThat(hunks.lines())
                        .as(patch.toString())
                        .allMatch(line -> line.matches("(---|\\+\\+\\+|@@|\\+).*"));
                assertThat(hunks.lines().filter(line -> line.startsWith("@@")))
                        .allMatch(line -> line.matches("@@ -\\d+,0 \\+\\d+(,\\d+)? @@"));
                assertThat(text)
                        .contains("<artifactId>steve-load-management</artifactId>")
                        .contains("/manager/loadmanagement");
            }
        }
    }

    @Test
    void thePatchesNameThisVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version =
                pom.replaceAll("(?s).*?<artifactId>steve-load-management</artifactId>\\s*<version>([^<]+)<.*", "$1");
        assertThat(Files.readString(Path.of("patches", "steve-3.14.patch")))
                .contains("<version>" + version + "</version>");
    }
}
