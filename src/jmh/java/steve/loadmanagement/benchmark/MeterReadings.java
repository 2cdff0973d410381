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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import steve.loadmanagement.metering.MeterMessage;
import steve.loadmanagement.metering.MeterMessageReader;
import steve.loadmanagement.metering.MeterReading;
import steve.loadmanagement.metering.Sample;

/** Time to read one MeterValues message of eighteen samples, the longest of the corpus. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MeterReadings {

    private final MeterMessage message = new MeterMessage(
            true,
            List.of(new MeterMessage.Entry(
                    null,
                    List.of(
                            sample("1305570.000", "Energy.Active.Import.Register", null, "Wh"),
                            sample("15.210", "Current.Import", "L1", "A"),
                            sample("15.420", "Current.Import", "L2", "A"),
                            sample("15.150", "Current.Import", "L3", "A"),
                            sample("16.000", "Current.Offered", null, "A"),
                            sample("50.010", "Frequency", null, null),
                            sample("10372.000", "Power.Active.Import", null, "W"),
                            sample("3464.000", "Power.Active.Import", "L1", "W"),
                            sample("3492.000", "Power.Active.Import", "L2", "W"),
                            sample("3416.000", "Power.Active.Import", "L3", "W"),
                            sample("0.990", "Power.Factor", null, null),
                            sample("38.500", "Temperature", null, "Celsius"),
                            sample("228.000", "Voltage", "L1-N", "V"),
                            sample("227.000", "Voltage", "L2-N", "V"),
                            sample("229.300", "Voltage", "L3-N", "V"),
                            sample("395.900", "Voltage", "L1-L2", "V"),
                            sample("396.300", "Voltage", "L2-L3", "V"),
                            sample("398.900", "Voltage", "L3-L1", "V")))));

    private static Sample sample(String value, String measurand, @Nullable String phase, @Nullable String unit) {
        return new Sample(value, measurand, phase, unit, "Sample.Periodic", null);
    }

    @Benchmark
    public MeterReading read() {
        return MeterMessageReader.read(message);
    }

    static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(MeterReadings.class.getName()).build()).run();
    }
}
