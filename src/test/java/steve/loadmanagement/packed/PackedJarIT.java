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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
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

    @Test
    void doesTheMainJobAsItIsPacked() throws IOException, InterruptedException {
        assertThat(demo(20)).contains("RESULT ok");
    }

    /** With a grid meter over Modbus TCP, whose library is packed and moved. */
    @Test
    void keepsTheGridConnectionAsItIsPacked() throws IOException, InterruptedException {
        assertThat(demo(60, "-Ddemo.scenario=dynamic"))
                .contains("(others 40.0)")
                .contains("RESULT ok");
    }

    /** What the demo says, with the jar in place of the plugin's classes and of what it brings along. */
    private static String demo(int seconds, String... settings) throws IOException, InterruptedException {
        String others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> Stream.of("flyway", "modbus", "netty-", "paho", "test-classes")
                                .noneMatch(part::contains)
                        && !part.equals(JAR.toString()))
                .collect(joining(File.pathSeparator));
        File log = new File("target/packed-demo.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Ddemo.seconds=" + seconds));
        command.addAll(List.of(settings));
        command.addAll(List.of("-classpath", JAR + File.pathSeparator + others, "standin.demo.Demo"));
        Process demo = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(demo.waitFor(200, TimeUnit.SECONDS)).isTrue();
        } finally {
            demo.destroy();
        }
        String said = java.nio.file.Files.readString(log.toPath(), StandardCharsets.UTF_8);
        assertThat(demo.exitValue()).as(said).isZero();
        return said;
    }
}
