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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was there before: of a zipped war the whole, of a folder the files that change. Never overwritten. */
final class Backup {

    private Backup() {}

    /** Makes it beside the war and says where, or where the same one lies already. */
    static Path of(War war, Edits edits) {
        try {
            return war.isZipped() ? zipped(war.file()) : folder(war, edits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zipped(Path file) throws IOException {
        for (Path candidate : (Iterable<Path>) candidates(file)::iterator) {
            if (!Files.exists(candidate)) {
                Rewriting.copy(file, candidate);
                return candidate;
            }
            if (Files.mismatch(file, candidate) < 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("unreachable");
    }

    /** The backup that is, byte by byte, what that war becomes by these edits. */
    static Optional<Path> like(Edits edits, War war) {
        if (!war.isZipped()) {
            return Optional.empty();
        }
        return candidates(war.file())
                .takeWhile(Files::exists)
                .filter(candidate -> {
                    try (War backup = War.open(candidate)) {
                        return edits.flaw(war, backup).isEmpty();
                    }
                })
                .findFirst();
    }

    private static Path folder(War war, Edits edits) throws IOException {
        Path backup = candidates(war.file())
                .filter(candidate -> !Files.exists(candidate))
                .findFirst()
                .orElseThrow();
        for (String name : Stream.concat(edits.written().keySet().stream(), edits.deleted().stream())
                .toList()) {
            if (war.has(name)) {
                Path copy = backup.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(war.path(name), copy);
            }
        }
        return backup;
    }

    private static Stream<Path> candidates(Path file) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> file.resolveSibling(Tool.name(file) + ".backup" + (i == 1 ? "" : "-" + i)));
    }
}
