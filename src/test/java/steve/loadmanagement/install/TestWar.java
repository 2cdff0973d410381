/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A war like SteVe's, made of the stand-in's classes and the libraries that the plugin links to. */
final class TestWar {

    static final String HEADER = """
            <ul>
                <li><a href="${ctxPath}/manager/home">HOME</a></li>
                    <li><a href="${ctxPath}/manager/settings">SETTINGS</a></li>
            </ul>
            """;

    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> HOSTS = List.of("de/rwth", "ocpp/cs", "ocpp/cp");
    private static final String LIBRARIES =
            ".*/(spring-|jooq-|joda-time|slf4j-api|jackson-|jspecify|jakarta\\.|aopalliance|"
                    + "HikariCP|mariadb-java-client|reactive|r2dbc|snakeyaml|springdoc-|swagger-).*\\.jar";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private TestWar() {}

    /** As SteVe is: everything is there. */
    static TestWar whole() {
        TestWar war = new TestWar();
        war.put("META-INF/MANIFEST.MF", """
                Manifest-Version: 1.0
                Build-Jdk-Spec: 25
                Implementation-Title: SteVe
                Implementation-Version: 3.14.1

                """.getBytes(StandardCharsets.UTF_8));
        war.put("META-INF/BOOT.SF", new byte[0]);
        HOSTS.forEach(war::addClasses);
        war.put("WEB-INF/classes/de/rwth/idsg/steve/SteveApplication.class", new byte[] {1});
        war.put("WEB-INF/views/00-header.jsp", HEADER.getBytes(StandardCharsets.UTF_8));
        war.put("WEB-INF/views/00-footer.jsp", "</html>".getBytes(StandardCharsets.UTF_8));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(LIBRARIES))
                .map(Path::of)
                .forEach(jar -> war.put("WEB-INF/lib/" + jar.getFileName(), read(jar)));
        return war;
    }

    private void addClasses(String folder) {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .forEach(file -> put("WEB-INF/classes/" + CLASSES.relativize(file), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestWar put(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    TestWar remove(String name) {
        if (entries.remove(name) == null) {
            throw new IllegalArgumentException(name);
        }
        return this;
    }

    /** Changes a class of the host. */
    TestWar change(String internalName, UnaryOperator<byte[]> change) {
        entries.compute("WEB-INF/classes/" + internalName + ".class", (_, bytes) -> change.apply(bytes));
        return this;
    }

    /** The zipped war; libraries are stored, all else is compressed, as in SteVe's. */
    Path zipped(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(entry(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        ZipEntry entry = new ZipEntry(name);
        if (name.endsWith(".jar") && !name.contains("compressed")) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        return entry;
    }

    /** The folder that the war is extracted to. */
    Path extracted(Path folder) {
        entries.forEach((name, bytes) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }
}
