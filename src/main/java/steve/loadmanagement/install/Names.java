/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Names of class files in a form that people read. */
final class Names {

    private static final String CONSTRUCTOR = "<init>";

    private Names() {}

    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    /** The internal name of the class, or of the array's element; empty for a primitive type. */
    static String ofDescriptor(String descriptor) {
        String element = descriptor.replaceFirst("^\\[+", "");
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
    }

    /** A field, method or constructor with its types. */
    static String member(String owner, String name, String type) {
        String dotted = dotted(owner);
        if (!type.startsWith("(")) {
            return "field %s.%s of type %s"
                    .formatted(dotted, name, ClassDesc.ofDescriptor(type).displayName());
        }
        MethodTypeDesc method = MethodTypeDesc.ofDescriptor(type);
        String display = method.displayDescriptor();
        String parameters = display.substring(0, display.lastIndexOf(')') + 1);
        return name.equals(CONSTRUCTOR)
                ? "constructor " + dotted + parameters
                : "method %s.%s%s returning %s"
                        .formatted(dotted, name, parameters, method.returnType().displayName());
    }
}
