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
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every class that the plugin can meet inside SteVe, by its internal name: its own, SteVe's, the libraries', Java's. */
final class ClassPool implements Closeable {

    private final Map<String, ClassModel> own = new HashMap<>();
    private final Map<String, Optional<ClassModel>> found = new HashMap<>();
    private final Map<String, Path> libraryOf = new HashMap<>();
    private final Map<Path, FileSystem> opened = new HashMap<>();
    private final Path classes;

    private ClassPool(Path classes) {
        this.classes = classes;
    }

    static ClassPool of(War war, Plugin plugin) {
        ClassPool pool = new ClassPool(war.path(War.CLASSES));
        for (byte[] bytes : plugin.classes()) {
            ClassModel model = ClassFile.of().parse(bytes);
            pool.own.put(model.thisClass().asInternalName(), model);
        }
        war.libraries().stream()
                .filter(library -> !Tool.name(library).startsWith(Plugin.NAME))
                .forEach(pool::index);
        return pool;
    }

    private void index(Path library) {
        try (FileSystem jar = FileSystems.newFileSystem(library);
                Stream<Path> files = Files.walk(jar.getPath("/"))) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("/META-INF/"))
                    .forEach(name ->
                            libraryOf.putIfAbsent(name.substring(1, name.length() - ".class".length()), library));
        } catch (IOException e) {
            throw new Refusal(Tool.name(library) + " is damaged: " + e.getMessage(), e);
        }
    }

    boolean isOwn(String internalName) {
        return own.containsKey(internalName);
    }

    Iterable<ClassModel> ownClasses() {
        return own.values();
    }

    Optional<ClassModel> find(String internalName) {
        ClassModel ours = own.get(internalName);
        return ours != null ? Optional.of(ours) : found.computeIfAbsent(internalName, this::load);
    }

    /** Whether it belongs to Java itself, which does not change under us. */
    static boolean isJavas(String internalName) {
        return ClassLoader.getPlatformClassLoader().getResource(internalName + ".class") != null;
    }

    private Optional<ClassModel> load(String internalName) {
        String file = internalName + ".class";
        try (InputStream platform = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
            if (platform != null) {
                return Optional.of(ClassFile.of().parse(platform.readAllBytes()));
            }
            Path loose = classes.resolve(file);
            if (Files.exists(loose)) {
                return Optional.of(ClassFile.of().parse(Files.readAllBytes(loose)));
            }
            Path library = libraryOf.get(internalName);
            return library == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.of()
                            .parse(Files.readAllBytes(open(library).getPath(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileSystem open(Path library) {
        return opened.computeIfAbsent(library, path -> {
            try {
                return FileSystems.newFileSystem(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        for (FileSystem jar : opened.values()) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
