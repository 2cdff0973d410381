/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds after a collection.
 *
 * @param resident pages in memory, MiB; grows with the room that the collector takes, so it is noisy
 * @param live objects and classes in use, MiB: what a program holds for good; without compiled code and stacks
 */
record ProcessMemory(double resident, double live) {

    private static final double KIB_A_MIB = 1024;

    static ProcessMemory of(long pid) {
        jcmd(pid, "GC.run");
        double heap = number("used (\\d+)K", jcmd(pid, "GC.heap_info"));
        double metaspace = number("Metaspace\\s+used (\\d+)K", jcmd(pid, "VM.metaspace"));
        return new ProcessMemory(residentKiB(pid) / KIB_A_MIB, (heap + metaspace) / KIB_A_MIB);
    }

    /** What its threads have used so far. */
    static Duration processorTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static double residentKiB(long pid) {
        try {
            return number("VmRSS:\\s+(\\d+) kB", Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static String jcmd(long pid, String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static double number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
