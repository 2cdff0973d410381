/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file says under which licence it is. Java files are held by Checkstyle and the formatter besides. */
class LicenceTest {

    private static final List<String> FOLDERS = List.of("src", "sql", "config", "patches", ".ci");

    @Test
    void everyFileNamesItsLicence() throws IOException {
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                List<Path> silent = files.filter(Files::isRegularFile)
                        .filter(LicenceTest::canSayMore)
                        .filter(file -> !namesItsLicence(file))
                        .toList();
                assertThat(silent).isEmpty();
            }
        }
    }

    /** Not pictures, nor pages, nor what a test compares word for word. */
    private static boolean canSayMore(Path file) {
        String name = file.toString().replace('\\', '/');
        return !name.endsWith(".md") && !name.endsWith(".png") && !name.contains("/golden/");
    }

    private static boolean namesItsLicence(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.contains("GPL-3.0-or-later")
                    || text.contains("either version 3 of the License, or (at your option) any later");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
