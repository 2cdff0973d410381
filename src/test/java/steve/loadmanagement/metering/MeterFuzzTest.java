/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * No input throws, hangs or allocates without bound. A long run: {@code mvn test -Dtest=MeterFuzzTest -Dfuzz.values=10000000
 * -Djunit.jupiter.execution.timeout.mode=disabled}.
 */
class MeterFuzzTest {

    private static final int VALUES = Integer.getInteger("fuzz.values", 100_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final String[] VALUE_PARTS = {
        "0",
        "1",
        "16",
        "230",
        "65535",
        ".",
        ",",
        "-",
        "+",
        "e",
        "E",
        "9999999999",
        " ",
        "\"",
        "'",
        "NaN",
        "Infinity",
        "A",
        "kWh",
        "0x",
        "\u0000",
        "\u00a0",
        "\ud800",
        "\u0661",
        "½",
        "1e9",
        "1e-9",
        "e999999999",
        "//",
        "%"
    };
    private static final String[] MEASURANDS = {
        "Current.Import",
        "current.import",
        "Current.Offered",
        "Power.Active.Import",
        "Energy.Active.Import.Register",
        "Voltage",
        "SoC",
        "Power.Reactive.Import",
        "",
        "x".repeat(10_000),
        "\u0130"
    };
    private static final String[] PHASES = {"L1", "L2", "L3", "N", "L1-N", "L1-L2", "l3", "", "Sum", "y".repeat(10_000)
    };
    private static final String[] UNITS = {"A", "mA", "W", "kW", "MW", "kvar", "Wh", "kWh", "V", "Percent", "", "?"};
    private static final String[] CONTEXTS = {
        "Sample.Periodic", "Sample.Clock", "Trigger", "Transaction.Begin", "CurrentMax"
    };
    private static final Instant[] TIMES = {
        Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.parse("2026-01-01T00:00:00Z")
    };

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void readsOrRefusesWhateverComes() {
        int values = 0;
        int refused = 0;
        while (values < VALUES) {
            MeterMessage message = message();
            MeterReading reading = MeterMessageReader.read(message);
            assertSound(reading, message);
            values += message.entries().stream()
                    .mapToInt(entry -> entry.samples().size())
                    .sum();
            refused += reading.refused() == null ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aMessageOfAMillionSamplesIsReadInNoTime() {
        Sample sample = new Sample("16", "Current.Import", "L1", "A", null, null);
        List<Sample> samples = java.util.Collections.nCopies(1_000_000, sample);
        MeterMessage message = new MeterMessage(false, List.of(new MeterMessage.Entry(null, samples)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(MeterMessageReader.read(message).currents()).hasSize(1));
    }

    @Test
    void noEntryIsLookedAtAfterTheThousandthSample() {
        Sample looked = new Sample("16", "Current.Import", "L1", "A", null, null);
        Sample beyond = new Sample("32", "Current.Import", "L1", "A", null, null);
        MeterMessage.Entry full = new MeterMessage.Entry(null, java.util.Collections.nCopies(1_000, looked));
        MeterMessage.Entry more = new MeterMessage.Entry(null, List.of(beyond));
        MeterMessage message = new MeterMessage(false, List.of(full, more, more));
        assertThat(MeterMessageReader.read(message).currents()).containsOnly(entry(Phase.L1, Current.ofAmps(16)));
    }

    /** Nothing negative, nothing beyond what a station can have; a refusal says nothing else. */
    private static void assertSound(MeterReading reading, MeterMessage message) {
        boolean isSound =
                reading.currents().values().stream().allMatch(current -> isWithin(current.milliamps(), 1_000_000))
                        && (reading.currentOnAny() == null
                                || isWithin(reading.currentOnAny().milliamps(), 1_000_000))
                        && (reading.power() == null || isWithin(reading.power().watts(), 3_000_000))
                        && (reading.register() == null || reading.register().wattHours() >= 0)
                        && (reading.refused() == null || saysNothing(reading));
        if (!isSound) {
            fail("%s of %s", reading, message);
        }
    }

    private static boolean isWithin(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static boolean saysNothing(MeterReading reading) {
        return reading.equals(MeterReading.refused(String.valueOf(reading.refused())));
    }

    private MeterMessage message() {
        List<MeterMessage.Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<Sample> samples = new ArrayList<>();
            for (int j = random.nextInt(12); j >= 0; j--) {
                samples.add(new Sample(
                        value(),
                        any(MEASURANDS),
                        any(PHASES),
                        any(UNITS),
                        any(CONTEXTS),
                        random.nextInt(50) == 0 ? "SignedData" : null));
            }
            entries.add(
                    new MeterMessage.Entry(random.nextBoolean() ? null : TIMES[random.nextInt(TIMES.length)], samples));
        }
        return new MeterMessage(random.nextBoolean(), entries);
    }

    private @Nullable String value() {
        if (random.nextInt(3) == 0) {
            return Double.toString(random.nextDouble() * 400);
        }
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            value.append(
                    random.nextInt(4) == 0
                            ? (char) random.nextInt(0x10000)
                            : VALUE_PARTS[random.nextInt(VALUE_PARTS.length)]);
        }
        return random.nextInt(40) == 0 ? null : value.toString();
    }

    private @Nullable String any(String[] texts) {
        return random.nextInt(5) == 0 ? null : texts[random.nextInt(texts.length)];
    }
}
