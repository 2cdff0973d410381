/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

/** Starts the command line. Compiled for Java 8, so that an older Java is told what it lacks. */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version", "1.8");
        int java = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (java < NEEDED) {
            System.err.println("Load management needs Java " + NEEDED + ", as SteVe 3.14 does; this is Java " + version
                    + ". Run it with the java that runs SteVe.");
            System.exit(1);
        }
        Class.forName("steve.loadmanagement.install.Tool")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
