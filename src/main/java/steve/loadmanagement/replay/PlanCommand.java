/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import steve.loadmanagement.allocation.TreeAllocator;

/**
 * Plans from a file: reads snapshots, one a line, and prints a line for each. With the system property {@code plan.explain}
 * set to anything but false, text for people instead; {@code de} for German.
 */
final class PlanCommand {

    private static final String STANDARD_INPUT = "-";

    private PlanCommand() {}

    public static void main(String[] arguments) throws IOException {
        String file = arguments.length == 0 ? "" : arguments[0].strip();
        if (file.isEmpty()) {
            System.err.println("-Dplan.file= a file with a snapshot on each line, or - for standard input");
            System.exit(2);
        }
        if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
            System.err.println(file + " cannot be read");
            System.exit(1);
        }
        try (BufferedReader lines = file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file))) {
            run(
                    lines,
                    new PrintStream(System.out, false, StandardCharsets.UTF_8),
                    System.getProperty("plan.explain", ""));
        }
    }

    /** Answers every line that is not blank, each at once. */
    static void run(BufferedReader lines, PrintStream out, String explain) throws IOException {
        boolean isText = !explain.isBlank() && !explain.equals("false");
        SnapshotLines snapshots = new SnapshotLines(new TreeAllocator());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                Locale locale = explain.equals("de") ? Locale.GERMAN : Locale.ROOT;
                out.print(isText ? snapshots.explain(line, locale) : snapshots.plan(line));
                out.print('\n');
                out.flush();
            }
        }
    }
}
