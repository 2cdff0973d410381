/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A folder with a war in it, and the command line. */
abstract class InstallScene {

    static final Plugin PLUGIN = Plugin.of(Path.of(System.getProperty("packed.jar")));
    static final String INSIDE = "WEB-INF/lib/steve-load-management.jar";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    Path war = Path.of("unset");

    /** What a command said, and its exit code. */
    record Said(int exitCode, String out, String err) {}

    static Said run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Tool.commandLine(PLUGIN).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Said(exitCode, out.toString(), err.toString());
    }

    @BeforeEach
    void makeWar() {
        war = TestWar.whole().zipped(folder.resolve("steve.war"));
    }

    static Map<String, List<Byte>> content(Path war) {
        Map<String, List<Byte>> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                content.put(entry.getName(), List.of((byte) java.util.Arrays.hashCode(bytes), (byte) bytes.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Tool::name).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
