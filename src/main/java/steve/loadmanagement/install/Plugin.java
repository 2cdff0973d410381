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
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plugin's own jar: what is installed, what it links to, which tables it makes. */
final class Plugin {

    static final String NAME = "steve-load-management";

    private static final String PACKAGE = "steve/loadmanagement/";
    private static final Pattern SCRIPT = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern TABLE = Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(lm_\\w+)");
    private static final String HISTORY = "lm_schema_history";

    private final Path jar;

    private Plugin(Path jar) {
        this.jar = jar;
    }

    static Plugin of(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new Refusal(jar + " is not the plugin's jar");
        }
        return new Plugin(jar);
    }

    /** The jar that this program runs from. */
    static Plugin running() {
        try {
            return of(Path.of(Plugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path jar() {
        return jar;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return read(root -> {
            try (var in = Files.newInputStream(root.resolve("META-INF/MANIFEST.MF"))) {
                String version = new Manifest(in).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                return version == null ? "unknown" : version;
            }
        });
    }

    /** The class files that run inside SteVe: all but this command line and the libraries brought along. */
    List<byte[]> classes() {
        return read(root -> {
            List<byte[]> classes = new ArrayList<>();
            try (Stream<Path> files = Files.walk(root.resolve(PACKAGE))) {
                for (Path file : files.filter(Plugin::runsInSteve).sorted().toList()) {
                    classes.add(Files.readAllBytes(file));
                }
            }
            return classes;
        });
    }

    private static boolean runsInSteve(Path file) {
        String name = file.toString();
        return name.endsWith(".class")
                && !name.endsWith("package-info.class")
                && !name.contains(PACKAGE + "install/")
                && !name.contains(PACKAGE + "shaded/");
    }

    /** The statements that remove the plugin's tables, those that refer to others first. */
    List<String> dropStatements() {
        List<String> tables = read(root -> {
            TreeMap<Integer, Path> scripts = new TreeMap<>();
            try (Stream<Path> files = Files.list(root.resolve(PACKAGE + "sql"))) {
                files.forEach(file -> {
                    Matcher matcher = SCRIPT.matcher(Tool.name(file));
                    if (matcher.matches()) {
                        scripts.put(Integer.valueOf(matcher.group(1)), file);
                    }
                });
            }
            Set<String> made = new LinkedHashSet<>();
            made.add(HISTORY);
            for (Path script : scripts.values()) {
                TABLE.matcher(Files.readString(script)).results().forEach(found -> made.add(found.group(1)));
            }
            return new ArrayList<>(made);
        });
        Collections.reverse(tables);
        return tables.stream()
                .map(table -> "DROP TABLE IF EXISTS " + table + ";")
                .toList();
    }

    private interface Reading<T> {
        T from(Path root) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            return reading.from(zip.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
