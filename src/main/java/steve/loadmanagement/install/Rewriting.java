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
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;

/**
 * Makes the changed file beside the old one, looks it over, and puts it into place in one step. Whatever happens before,
 * the old one stays as it was; a SteVe that runs keeps the old file until it ends.
 */
final class Rewriting {

    /** SteVe does not see a compressed library. */
    private static final Map<String, String> STORED = Map.of("compressionMethod", "STORED");

    private Rewriting() {}

    /** The changed war is at {@code target}, which may be the war itself. */
    static void apply(Edits edits, War war, Path target) {
        try {
            if (war.isZipped()) {
                replace(target, war.file(), beside -> edit(edits, war, beside));
            } else {
                editFolder(edits, war);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy, whole or not there. */
    static void copy(Path source, Path target) {
        try {
            replace(target, source, beside -> Files.copy(source, beside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Edits edits, War war, Path beside) throws IOException {
        Files.copy(war.file(), beside, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(beside, STORED)) {
            for (Map.Entry<String, byte[]> file : edits.written().entrySet()) {
                Files.deleteIfExists(zip.getPath(file.getKey()));
                Files.write(zip.getPath(file.getKey()), file.getValue());
            }
            for (String name : edits.deleted()) {
                Files.delete(zip.getPath(name));
            }
        }
        try (War changed = War.open(beside)) {
            Soundness.hold(changed);
            edits.hold(war, changed);
        }
    }

    private static void editFolder(Edits edits, War war) throws IOException {
        Path like = war.path(MenuEntry.HEADER);
        for (Map.Entry<String, byte[]> file : edits.written().entrySet()) {
            replace(war.path(file.getKey()), like, beside -> Files.write(beside, file.getValue()));
        }
        for (String name : edits.deleted()) {
            Files.delete(war.path(name));
        }
    }

    private interface Filling {
        void fill(Path beside) throws IOException;
    }

    private static void replace(Path target, Path like, Filling filling) throws IOException {
        Path beside = Files.createTempFile(target.toAbsolutePath().getParent(), "." + Tool.name(target), ".new");
        try {
            filling.fill(beside);
            own(beside, like);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new Refusal("this file system cannot replace " + target + " in one step", e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The same owner and permissions, where the system knows such. */
    private static void own(Path file, Path like) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(like));
            view.setOwner(Files.getOwner(like));
        }
    }
}
