/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks members up along superclasses and interfaces. */
final class Members {

    /** Its methods take any types: MethodHandle and VarHandle; they are Java's and never asked for here. */
    private final ClassPool pool;

    Members(ClassPool pool) {
        this.pool = pool;
    }

    boolean isAccessible(String type) {
        return pool.find(type)
                .filter(model -> model.flags().has(AccessFlag.PUBLIC))
                .isPresent();
    }

    boolean hasField(String owner, String name, String type) {
        return lineage(owner).stream()
                .flatMap(model -> model.fields().stream())
                .anyMatch(field -> is(field, name, type));
    }

    boolean hasMethod(String owner, String name, String type) {
        Stream<ClassModel> where =
                name.equals(ConstantDescs.INIT_NAME) ? pool.find(owner).stream() : lineage(owner).stream();
        return where.flatMap(model -> model.methods().stream()).anyMatch(method -> is(method, name, type));
    }

    private static boolean is(FieldModel field, String name, String type) {
        return field.fieldName().equalsString(name)
                && field.fieldType().equalsString(type)
                && isReachable(
                        field.flags().has(AccessFlag.PUBLIC), field.flags().has(AccessFlag.PROTECTED));
    }

    private static boolean is(MethodModel method, String name, String type) {
        return method.methodName().equalsString(name)
                && method.methodType().equalsString(type)
                && isReachable(
                        method.flags().has(AccessFlag.PUBLIC), method.flags().has(AccessFlag.PROTECTED));
    }

    private static boolean isReachable(boolean isPublic, boolean isProtected) {
        return isPublic || isProtected;
    }

    /** The class, its superclasses and all interfaces, classes first. */
    private Set<ClassModel> lineage(String type) {
        Set<ClassModel> all = new LinkedHashSet<>();
        Optional<ClassModel> next = pool.find(type);
        while (next.isPresent() && all.add(next.get())) {
            next = next.get().superclass().flatMap(entry -> pool.find(entry.asInternalName()));
        }
        for (ClassModel model : List.copyOf(all)) {
            addInterfaces(model, all);
        }
        return all;
    }

    private void addInterfaces(ClassModel model, Set<ClassModel> all) {
        model.interfaces()
                .forEach(entry -> pool.find(entry.asInternalName()).ifPresent(found -> {
                    if (all.add(found)) {
                        addInterfaces(found, all);
                    }
                }));
    }

    /** The abstract methods that the host's types ask of this class and that nobody in its lineage has. */
    List<String> unfulfilled(ClassModel model) {
        if (model.flags().has(AccessFlag.ABSTRACT) || model.flags().has(AccessFlag.INTERFACE)) {
            return List.of();
        }
        Set<ClassModel> lineage = lineage(model.thisClass().asInternalName());
        return lineage.stream()
                .filter(ancestor -> !ClassPool.isJavas(ancestor.thisClass().asInternalName()))
                .flatMap(ancestor -> ancestor.methods().stream()
                        .filter(method -> method.flags().has(AccessFlag.ABSTRACT))
                        .filter(method -> lineage.stream().noneMatch(other -> fulfils(other, method)))
                        .map(method -> Names.member(
                                ancestor.thisClass().asInternalName(),
                                method.methodName().stringValue(),
                                method.methodType().stringValue())))
                .toList();
    }

    private static boolean fulfils(ClassModel other, MethodModel duty) {
        return other.methods().stream()
                .anyMatch(method -> !method.flags().has(AccessFlag.ABSTRACT)
                        && method.methodName().equals(duty.methodName())
                        && method.methodType().equals(duty.methodType()));
    }
}
