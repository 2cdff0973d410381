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

/**
 * Reads OCPP frames, one a line, and prints what their meter values say: {@code mvn -q -Pframes -Dframes.file=F}, or
 * {@code -} for standard input.
 */
final class FramesCommand {

    private static final String STANDARD_INPUT = "-";

    private FramesCommand() {}

    public static void main(String[] arguments) throws IOException {
        String file = arguments.length == 0 ? "" : arguments[0].strip();
        if (file.isEmpty()) {
            System.err.println("-Dframes.file= a file with an OCPP frame on each line, or - for standard input");
            System.exit(2);
        }
        if (!file.equals(STANDARD_INPUT) && !Files.isReadable(Path.of(file))) {
            System.err.println(file + " cannot be read");
            System.exit(1);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file)),
                StandardCharsets.UTF_8))) {
            run(lines, new PrintStream(System.out, false, StandardCharsets.UTF_8));
        }
    }

    /** Answers every line that is not blank, each at once. */
    static void run(BufferedReader lines, PrintStream out) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                out.print(FrameLines.read(line));
                out.print('\n');
                out.flush();
            }
        }
    }
}
