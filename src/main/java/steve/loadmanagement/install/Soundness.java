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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a war must be before anybody touches it: SteVe, whole, and not signed. */
final class Soundness {

    private static final String APPLICATION = War.CLASSES + "/de/rwth/idsg/steve/SteveApplication.class";

    private Soundness() {}

    /** @throws Refusal in words why not */
    static void hold(War war) {
        if (!war.has(APPLICATION)) {
            throw new Refusal(war.file() + " is not SteVe: it has no " + APPLICATION);
        }
        if (war.isZipped()) {
            whole(war.file());
            unsigned(war);
        }
    }

    private static void whole(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                CRC32 sum = new CRC32();
                try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                if (sum.getValue() != entry.getCrc()) {
                    throw new Refusal(file + " is damaged: " + entry.getName() + " is not what was packed");
                }
            }
        } catch (ZipException e) {
            throw new Refusal(file + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spring Boot puts an empty BOOT.SF into every war with signed libraries: that is no signature of the war. */
    private static void unsigned(War war) {
        try (Stream<Path> files = Files.list(war.path("META-INF"))) {
            files.filter(path -> Tool.name(path).matches("(?i).*\\.(SF|RSA|DSA|EC)"))
                    .filter(Soundness::isNotEmpty)
                    .findFirst()
                    .ifPresent(signature -> {
                        throw new Refusal(
                                war.file() + " is signed (META-INF/" + Tool.name(signature)
                                        + "): whatever is added breaks the signature. Use loader.path, see the operating guide");
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNotEmpty(Path path) {
        try {
            return Files.size(path) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
