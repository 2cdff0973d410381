/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.impl.DSL;

/** The given war, and what is made of it for the tests. */
final class RealWar {

    private static final Path FOLDER = Path.of("target", "real-steve").toAbsolutePath();

    private RealWar() {}

    static Path given() {
        return Path.of(System.getProperty("real.war")).toAbsolutePath();
    }

    private static final class Installed {
        static final Path WAR = install(given(), "steve.war");
    }

    /** With the plugin, as the plugin's own command put it there. */
    static Path installed() {
        return Installed.WAR;
    }

    private static final class Next {
        static final Path WAR = System.getProperty("real.next.war", "").isEmpty()
                ? installed()
                : install(Path.of(System.getProperty("real.next.war")), "next.war");
    }

    /** The other version of SteVe, if one is given, with the plugin; else the same. */
    static Path next() {
        return Next.WAR;
    }

    private static Path install(Path given, String name) {
        try {
            Path war = Files.createDirectories(FOLDER).resolve(name);
            Process install = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            System.getProperty("packed.jar"),
                            "install",
                            given.toString(),
                            "--output",
                            war.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(install.waitFor()).as(said).isZero();
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Sabotaged {
        static final Path WAR = make();

        private static Path make() {
            try {
                Path war = FOLDER.resolve("sabotaged.war");
                Files.copy(installed(), war, StandardCopyOption.REPLACE_EXISTING);
                try (FileSystem zip = FileSystems.newFileSystem(war, Map.of("compressionMethod", "STORED"))) {
                    Files.copy(saboteurJar(), zip.getPath("WEB-INF/lib/saboteur.jar"));
                }
                return war;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path saboteurJar() throws IOException {
            Path jar = FOLDER.resolve("saboteur.jar");
            Path classes = Path.of("target", "test-classes");
            String imports = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream zip = new JarOutputStream(out);
                    Stream<Path> files = Files.list(classes.resolve("saboteur"))) {
                List<Path> packed = Stream.concat(files, Stream.of(classes.resolve(imports)))
                        .toList();
                for (Path file : packed) {
                    zip.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, zip);
                }
            }
            return jar;
        }
    }

    /** With the plugin, and another one that makes it throw. */
    static Path sabotaged() {
        return Sabotaged.WAR;
    }

    /** The statements that make SteVe's own tables, as the war's generated code describes them: its build makes them else. */
    static List<String> tables() {
        return Tables.STATEMENTS;
    }

    private static final class Tables {
        static final List<String> STATEMENTS = describe();
    }

    private static List<String> describe() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "classes");
            try (FileSystem zip = FileSystems.newFileSystem(given())) {
                extract(zip.getPath("WEB-INF/classes/jooq"), folder);
                extract(zip.getPath("WEB-INF/classes/de/rwth/idsg/steve/utils"), folder);
            }
            URL[] urls = {folder.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(urls, RealWar.class.getClassLoader())) {
                Schema schema = (Schema) loader.loadClass("jooq.steve.db.Stevedb")
                        .getField("STEVEDB")
                        .get(null);
                return Stream.of(DSL.using(SQLDialect.MARIADB).ddl(schema).queries())
                        .map(Query::getSQL)
                        .filter(sql -> !sql.startsWith("create schema") && !sql.startsWith("comment on"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extract(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.getFileSystem()
                        .getPath("/WEB-INF/classes")
                        .relativize(file.toAbsolutePath())
                        .toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
