/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.replay.SnapshotLines.Answer;

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
        try (InputStream in = new BufferedInputStream(
                file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file)))) {
            run(in, new PrintStream(System.out, false, StandardCharsets.UTF_8), System.getProperty("plan.explain", ""));
        }
    }

    /** Answers every line, each at once. */
    static void run(InputStream in, PrintStream out, String explain) throws IOException {
        SnapshotLines snapshots = new SnapshotLines(new TreeAllocator(), Answer.of(explain));
        Lines lines = new Lines(in);
        for (String answer = next(lines, snapshots); answer != null; answer = next(lines, snapshots)) {
            out.print(answer);
            out.print('\n');
            out.flush();
        }
    }

    private static @Nullable String next(Lines lines, SnapshotLines snapshots) throws IOException {
        try {
            String line = lines.next();
            return line == null ? null : snapshots.answer(line);
        } catch (Lines.Unreadable e) {
            return snapshots.error(e);
        }
    }
}
