/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.packed;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the jar, and that it does the main job as it is packed. */
class PackedJarIT {

    private static final Path JAR = Path.of(System.getProperty("packed.jar"));

    @Test
    void holdsThePluginAndWhatSteveLacksAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> foreign = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .filter(name -> !name.startsWith("steve/loadmanagement/") && !name.startsWith("META-INF/"))
                    .toList();
            assertThat(foreign).isEmpty();
            assertThat(jar.getEntry("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports"))
                    .isNotNull();
            assertThat(jar.getEntry("steve/loadmanagement/sql/V1__strands_and_ledger.sql"))
                    .isNotNull();
            assertThat(jar.getEntry("META-INF/resources/WEB-INF/views/loadmanagement/index.jsp"))
                    .isNotNull();
            assertThat(jar.getEntry("META-INF/resources/WEB-INF/views/00-header.jsp"))
                    .isNull();
            assertThat(jar.getEntry("META-INF/resources/static/css/style.css")).isNull();
        }
    }

    /** The demo, with the jar in place of the plugin's classes and of Flyway. */
    @Test
    void doesTheMainJobAsItIsPacked() throws IOException, InterruptedException {
        String others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part ->
                        !part.contains("flyway") && !part.contains("test-classes") && !part.equals(JAR.toString()))
                .collect(joining(File.pathSeparator));
        File log = new File("target/packed-demo.log");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Ddemo.seconds=20",
                        "-classpath",
                        JAR + File.pathSeparator + others,
                        "standin.demo.Demo")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(demo.waitFor(150, TimeUnit.SECONDS)).isTrue();
        } finally {
            demo.destroy();
        }
        String said = java.nio.file.Files.readString(log.toPath(), StandardCharsets.UTF_8);
        assertThat(said).contains("RESULT ok");
        assertThat(demo.exitValue()).isZero();
    }
}
