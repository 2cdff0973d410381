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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is to change in a war.
 *
 * @param written files by name with their new bytes, in the order in which they are written
 * @param deleted files by name, gone after the others are written
 */
record Edits(Map<String, byte[]> written, List<String> deleted) {

    /** The plugin's jar and the menu entry, in place of whatever version is inside. */
    static Edits installing(Plugin plugin, War war) {
        Map<String, byte[]> written = new LinkedHashMap<>();
        byte[] jar = plugin.bytes();
        if (!isInside(jar, war)) {
            written.put(War.PLUGIN, jar);
        }
        edit(war, MenuEntry.added(war.read(MenuEntry.HEADER)), written);
        return new Edits(
                written, plugins(war).filter(name -> !name.equals(War.PLUGIN)).toList());
    }

    /** Everything that {@link #installing} put there. */
    static Edits uninstalling(War war) {
        Map<String, byte[]> written = new LinkedHashMap<>();
        if (war.has(MenuEntry.HEADER)) {
            edit(war, MenuEntry.removed(war.read(MenuEntry.HEADER)), written);
        }
        return new Edits(written, plugins(war).toList());
    }

    boolean isEmpty() {
        return written.isEmpty() && deleted.isEmpty();
    }

    private static Stream<String> plugins(War war) {
        return war.plugins().stream().map(library -> War.LIBRARIES + "/" + Tool.name(library));
    }

    private static boolean isInside(byte[] jar, War war) {
        return war.has(War.PLUGIN) && Arrays.equals(war.read(War.PLUGIN), jar) && war.isStored(war.path(War.PLUGIN));
    }

    private static void edit(War war, byte[] header, Map<String, byte[]> written) {
        if (!Arrays.equals(war.read(MenuEntry.HEADER), header)) {
            written.put(MenuEntry.HEADER, header);
        }
    }

    /** @throws Refusal if the changed war is not the old one with these edits, byte by byte */
    void hold(War old, War changed) {
        flaw(old, changed).ifPresent(flaw -> {
            throw new Refusal(flaw + " in the changed war; nothing was changed");
        });
    }

    /** What is not as it should be in the changed war. */
    Optional<String> flaw(War old, War changed) {
        TreeSet<String> expected = names(old);
        expected.addAll(written.keySet());
        deleted.forEach(expected::remove);
        if (!names(changed).equals(expected)) {
            return Optional.of("other files than there should be are");
        }
        if (expected.contains(War.PLUGIN) && !changed.isStored(changed.path(War.PLUGIN))) {
            return Optional.of("the plugin is compressed");
        }
        return expected.stream()
                .filter(name -> !Arrays.equals(
                        written.containsKey(name) ? written.get(name) : old.read(name), changed.read(name)))
                .findFirst()
                .map(name -> name + " is not what it should be");
    }

    private static TreeSet<String> names(War war) {
        Path root = war.path("");
        try (Stream<Path> files = Files.walk(root)) {
            TreeSet<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(root.relativize(file).toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
