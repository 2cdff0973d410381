/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;

/**
 * Time and memory of one plan, from the snapshot to the plan with its reasons. Many different instances in rotation, as one
 * instance lets the processor learn it by heart; medians, as the machine has other things to do. Not by JMH: its generator
 * would have to run beside Error Prone in the one compilation of all tests, and rotation and bytes are all that is needed.
 */
public final class Allocation {

    private static final int INSTANCES = 64;

    /** Of all instances together: more do not fit into the memory of a small machine, and fewer fit into no cache. */
    private static final int MOST_EVSES = 1_600_000;

    private static final int DEPTH = 3;
    private static final long NANOS_A_SIZE = 12_000_000_000L;
    private static final int LARGEST_PROGRAM = 10_000;
    private static final int LEAST_RUNS = 2 * INSTANCES;

    private Allocation() {}

    public static void main(String[] arguments) {
        System.out.printf(
                Locale.ROOT,
                "%8s %6s %10s %12s %12s %12s %12s %12s %10s%n",
                "N",
                "depth",
                "instances",
                "median us",
                "p10 us",
                "p90 us",
                "bytes/EVSE",
                "GLOP us",
                "ratio");
        for (int size : Arrays.stream(
                        System.getProperty("sizes", "100,1000,10000,100000").split(","))
                .mapToInt(Integer::parseInt)
                .toArray()) {
            measure(size);
        }
    }

    private static void measure(int size) {
        List<Snapshot> instances = IntStream.range(0, Math.min(INSTANCES, MOST_EVSES / size))
                .mapToObj(seed -> CarParks.of(size, seed))
                .toList();
        Allocator allocator = new TreeAllocator();
        run(allocator, instances);
        double[] micros = run(allocator, instances);
        double median = micros[micros.length / 2];
        double glop = glop(size, instances);
        System.out.printf(
                Locale.ROOT,
                "%8d %6d %10d %12.1f %12.1f %12.1f %12.0f %12s %10s%n",
                size,
                DEPTH,
                instances.size(),
                median,
                micros[micros.length / 10],
                micros[micros.length * 9 / 10],
                bytes(allocator, instances) / size,
                glop == 0 ? "-" : String.format(Locale.ROOT, "%.0f", glop),
                glop == 0 ? "-" : String.format(Locale.ROOT, "%.0f", glop / median));
    }

    /** One linear program on the same instances: the largest total, without fairness, turns or reasons. */
    private static double glop(int size, List<Snapshot> instances) {
        if (size > LARGEST_PROGRAM) {
            return 0;
        }
        double[] micros = new double[2 * Math.min(INSTANCES, 200_000 / size)];
        for (int run = 0; run < micros.length; run++) {
            Snapshot snapshot = instances.get(run % instances.size());
            long before = System.nanoTime();
            Sink.keep(Glop.total(snapshot));
            micros[run] = (System.nanoTime() - before) / 1000.0;
        }
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }

    private static double[] run(Allocator allocator, List<Snapshot> instances) {
        double[] micros = new double[1_000_000];
        long start = System.nanoTime();
        int runs = 0;
        while (runs < micros.length && (runs < LEAST_RUNS || System.nanoTime() - start < NANOS_A_SIZE / 2)) {
            Snapshot snapshot = instances.get(runs % instances.size());
            long before = System.nanoTime();
            Sink.keep(allocator.allocate(snapshot));
            micros[runs++] = (System.nanoTime() - before) / 1000.0;
        }
        double[] sorted = Arrays.copyOf(micros, runs);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double bytes(Allocator allocator, List<Snapshot> instances) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        instances.forEach(snapshot -> Sink.keep(allocator.allocate(snapshot)));
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / instances.size();
    }

    /** Keeps a result from being optimised away. */
    private static final class Sink {

        private static volatile Object last = "";

        static void keep(Object result) {
            last = result;
        }
    }
}
