/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** SteVe as it is deployed: a zipped war, or the folder it was extracted to. Read only. */
final class War implements Closeable {

    static final String LIBRARIES = "WEB-INF/lib";
    static final String CLASSES = "WEB-INF/classes";
    static final String PLUGIN = LIBRARIES + "/" + Plugin.NAME + ".jar";

    private static final byte[] ENTRY_SIGNATURE = {'P', 'K', 3, 4};
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Path file;
    private final Path root;
    private final @Nullable FileSystem zip;

    private War(Path file, Path root, @Nullable FileSystem zip) {
        this.file = file;
        this.root = root;
        this.zip = zip;
    }

    /** @throws Refusal if there is none, or it cannot be opened */
    static War open(Path given) {
        Path found = find(given);
        if (Files.isDirectory(found)) {
            return new War(found, found, null);
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(found, Map.of());
            return new War(found, zip.getPath("/"), zip);
        } catch (ProviderNotFoundException e) {
            throw new Refusal(found + (beginsAsZip(found) ? " is damaged: its end is missing" : " is no war"), e);
        } catch (ZipException e) {
            throw new Refusal(found + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it begins with the signature of a zip entry (APPNOTE 4.3.7). */
    private static boolean beginsAsZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ENTRY_SIGNATURE.length), ENTRY_SIGNATURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(Path given) {
        if (!Files.exists(given)) {
            throw new Refusal(given + " does not exist");
        }
        if (!Files.isDirectory(given) || Files.isDirectory(given.resolve("WEB-INF"))) {
            return given;
        }
        List<Path> wars = list(given, ".war");
        if (wars.size() != 1) {
            throw new Refusal(given + " holds "
                    + (wars.isEmpty() ? "neither a WEB-INF nor a war" : "several wars: say which one"));
        }
        return wars.getFirst();
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zipped war, or the folder. */
    Path file() {
        return file;
    }

    boolean isZipped() {
        return zip != null;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> libraries() {
        return has(LIBRARIES) ? list(path(LIBRARIES), ".jar") : List.of();
    }

    SteveVersion version() {
        return SteveVersion.of(main(manifest(path(MANIFEST)), Attributes.Name.IMPLEMENTATION_VERSION));
    }

    /** The first Java that runs it; the plugin's own if it does not say. */
    int java() {
        String said = main(manifest(path(MANIFEST)), new Attributes.Name("Build-Jdk-Spec"));
        return said.matches("\\d{1,4}")
                ? Integer.parseInt(said)
                : Runtime.version().feature();
    }

    /** For which database it was built. */
    String flavour() {
        List<String> names = libraries().stream().map(Tool::name).toList();
        if (names.stream().anyMatch(name -> name.startsWith("mariadb-java-client"))) {
            return "MariaDB";
        }
        return names.stream().anyMatch(name -> name.startsWith("mysql-connector")) ? "MySQL" : "an unknown database";
    }

    /**
     * The plugin as it is inside.
     *
     * @param library its jar
     * @param stored whether SteVe sees it: it ignores a compressed jar silently
     */
    record Inside(Path library, String version, boolean stored) {

        String words() {
            return "version %s is inside%s"
                    .formatted(version, stored ? "" : ", but compressed, so that SteVe does not see it");
        }
    }

    Optional<Inside> inside() {
        return plugins().stream().findFirst().map(this::inside);
    }

    /** Every jar of the plugin, whatever its version. */
    List<Path> plugins() {
        return libraries().stream()
                .filter(library -> Tool.name(library).startsWith(Plugin.NAME))
                .toList();
    }

    private Inside inside(Path library) {
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            String version = main(manifest(jar.getPath(MANIFEST)), Attributes.Name.IMPLEMENTATION_VERSION);
            return new Inside(library, version, isStored(library));
        } catch (IOException e) {
            return new Inside(library, "unknown", isStored(library));
        }
    }

    boolean isStored(Path path) {
        try {
            return !isZipped() || Files.getAttribute(path, "zip:method").equals(ZipEntry.STORED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new Manifest(in);
        } catch (IOException e) {
            return new Manifest();
        }
    }

    private static String main(Manifest manifest, Attributes.Name name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "unknown" : value;
    }

    @Override
    public void close() {
        if (zip == null) {
            return;
        }
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
