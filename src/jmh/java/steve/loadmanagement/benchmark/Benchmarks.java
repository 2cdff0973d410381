/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import java.util.List;
import java.util.Map;

/** Runs the benchmark of that name ({@code -Dbenchmark=name}). */
public final class Benchmarks {

    private static final Map<String, Benchmark> ALL = Map.of(
            "main-job", MainJob::main,
            "host-cost", HostCost::main,
            "allocation", Allocation::main,
            "meter-readings", MeterReadings::main,
            "pages", PageCost::main,
            "grid-reaction", GridReaction::main,
            "grid-year", YearAtTheGrid::main);

    private Benchmarks() {}

    private interface Benchmark {
        void run(String[] arguments) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = ALL.get(arguments.length == 0 ? "" : arguments[0]);
        if (benchmark == null) {
            System.err.println("-Dbenchmark= one of "
                    + List.copyOf(ALL.keySet()).stream().sorted().toList());
            System.exit(2);
            return;
        }
        benchmark.run(new String[0]);
    }
}
