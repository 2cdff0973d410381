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
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Resolves all that the plugin's class files refer to, as the JVM would (JVMS 5.4.3), but now and all at once instead of
 * one by one while stations are served.
 */
final class LinkCheck {

    private final ClassPool pool;
    private final Members members;
    private final Set<String> links = new TreeSet<>();
    private final TreeMap<String, Missing> missing = new TreeMap<>();

    private LinkCheck(ClassPool pool) {
        this.pool = pool;
        this.members = new Members(pool);
    }

    /**
     * What came out.
     *
     * @param links how many names outside the plugin and Java it refers to
     */
    record Result(int links, java.util.List<Missing> missing) {}

    /**
     * A name that is not there, or not accessible.
     *
     * @param what class, method, field or constructor, in words
     * @param usedBy one of the plugin's classes that needs it
     */
    record Missing(String what, String usedBy) {

        @Override
        public String toString() {
            return what + " (used by " + usedBy + ")";
        }
    }

    static Result of(Plugin plugin, ClassPool pool) {
        LinkCheck check = new LinkCheck(pool);
        for (ClassModel model : pool.ownClasses()) {
            check.references(model);
            check.duties(model);
        }
        return new Result(check.links.size(), java.util.List.copyOf(check.missing.values()));
    }

    private void references(ClassModel user) {
        for (PoolEntry entry : user.constantPool()) {
            switch (entry) {
                case ClassEntry type -> type(element(type.asInternalName()), user);
                case MemberRefEntry member -> member(member, user);
                case NameAndTypeEntry typed -> descriptor(typed.type().stringValue(), user);
                case MethodTypeEntry typed -> descriptor(typed.descriptor().stringValue(), user);
                default -> {}
            }
        }
    }

    /** An abstract method that a class of ours does not have, as the host's interface has grown since. */
    private void duties(ClassModel model) {
        members.unfulfilled(model).forEach(duty -> miss("implementation of " + duty, model));
    }

    private void type(String internalName, ClassModel user) {
        if (isOutside(internalName)) {
            links.add(internalName);
            if (!members.isAccessible(internalName)) {
                miss("class " + Names.dotted(internalName), user);
            }
        }
    }

    private void member(MemberRefEntry member, ClassModel user) {
        String owner = element(member.owner().asInternalName());
        if (!isOutside(owner) || member.owner().asInternalName().startsWith("[")) {
            return;
        }
        String name = member.name().stringValue();
        String type = member.type().stringValue();
        links.add(owner + "." + name + type);
        boolean there = member instanceof FieldRefEntry
                ? members.hasField(owner, name, type)
                : members.hasMethod(owner, name, type);
        if (!there && members.isAccessible(owner)) {
            miss(Names.member(owner, name, type), user);
        }
    }

    private void descriptor(String descriptor, ClassModel user) {
        Stream<ClassDesc> types = descriptor.startsWith("(")
                ? Stream.concat(
                        MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream(),
                        Stream.of(MethodTypeDesc.ofDescriptor(descriptor).returnType()))
                : Stream.of(ClassDesc.ofDescriptor(descriptor));
        types.map(ClassDesc::descriptorString)
                .map(Names::ofDescriptor)
                .filter(name -> !name.isEmpty())
                .forEach(name -> type(name, user));
    }

    private boolean isOutside(String internalName) {
        return !internalName.isEmpty()
                && !internalName.startsWith("steve/loadmanagement/")
                && !ClassPool.isJavas(internalName)
                && !pool.isOwn(internalName);
    }

    private static String element(String internalName) {
        return internalName.startsWith("[") ? Names.ofDescriptor(internalName) : internalName;
    }

    private void miss(String what, ClassModel user) {
        missing.putIfAbsent(
                what, new Missing(what, Names.dotted(user.thisClass().asInternalName())));
    }
}
