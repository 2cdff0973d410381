/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ModbusTcp;
import support.ModbusServer;

/** Registers over TCP: word order, scale factors, signs, units, models, and what is no number. */
class ModbusProbeTest {

    private static final int UNIT = 7;

    private final ModbusServer server = new ModbusServer(UNIT);

    @AfterEach
    void close() {
        server.close();
    }

    private Map<MeterQuantity, BigDecimal> read(String map, boolean isInverted, int unit) throws MeterFailure {
        ModbusTcp source = new ModbusTcp("127.0.0.1", server.port(), unit, map, Duration.ofSeconds(1), isInverted);
        try (ModbusProbe probe = new ModbusProbe(source, Objects.requireNonNull(RegisterMaps.of(map)))) {
            return probe.read();
        }
    }

    private static double of(Map<MeterQuantity, BigDecimal> values, MeterQuantity quantity) {
        return Objects.requireNonNull(values.get(quantity)).doubleValue();
    }

    private void threeFloats(int address, float l1, float l2, float l3) {
        server.holding(address, ModbusServer.words(l1));
        server.holding(address + 2, ModbusServer.words(l2));
        server.holding(address + 4, ModbusServer.words(l3));
    }

    @Test
    void floatsInInputRegisters() throws MeterFailure {
        for (int i = 0; i < 3; i++) {
            server.input(6 + 2 * i, ModbusServer.words(10.5f + i));
            server.input(12 + 2 * i, ModbusServer.words(-2300f * (i + 1)));
        }
        server.input(52, ModbusServer.words(-13_800f));
        Map<MeterQuantity, BigDecimal> values = read("eastron-sdm630", false, UNIT);
        assertThat(of(values, MeterQuantity.CURRENT_L2)).isEqualTo(11.5);
        assertThat(of(values, MeterQuantity.POWER_L3)).isEqualTo(-6900);
        assertThat(of(values, MeterQuantity.POWER)).isEqualTo(-13_800);
        assertThat(values).hasSize(7);
    }

    @Test
    void integersWithTheLowWordFirst() throws MeterFailure {
        for (int i = 0; i < 3; i++) {
            server.input(12 + 2 * i, ModbusServer.lowFirst(12_345 + i));
            server.input(18 + 2 * i, ModbusServer.lowFirst(-23_000));
        }
        server.input(40, ModbusServer.lowFirst(-690_001));
        Map<MeterQuantity, BigDecimal> values = read("carlo-gavazzi-em24", false, UNIT);
        assertThat(values.get(MeterQuantity.CURRENT_L1)).isEqualByComparingTo("12.345");
        assertThat(values.get(MeterQuantity.POWER_L2)).isEqualByComparingTo("-2300");
        assertThat(values.get(MeterQuantity.POWER)).isEqualByComparingTo("-69000.1");
    }

    @Test
    void kilowattsBecomeWatts() throws MeterFailure {
        threeFloats(2999, 1f, 2f, 3f);
        threeFloats(3053, 0.23f, 0.46f, 0.69f);
        server.holding(3059, ModbusServer.words(1.38f));
        assertThat(of(read("schneider-iem3155", false, UNIT), MeterQuantity.POWER))
                .isCloseTo(1380, within(0.01));
    }

    @Test
    void aMeterThatCountsExportPositiveIsInverted() throws MeterFailure {
        threeFloats(19_012, 1f, 2f, 3f);
        threeFloats(19_020, 230f, 460f, 690f);
        server.holding(19_026, ModbusServer.words(1380f));
        assertThat(of(read("janitza-umg96rm", true, UNIT), MeterQuantity.POWER)).isEqualTo(-1380);
    }

    @Test
    void whatTheMeterDoesNotMeasureIsLeftOut() throws MeterFailure {
        server.holding(23_308, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF);
        server.holding(23_316, ModbusServer.words(690_000));
        server.holding(23_318, 0x7FFF, 0xFFFF, 0x7FFF, 0xFFFF, 0x8000, 0);
        assertThat(read("abb-b23", false, UNIT)).hasSize(1).containsKey(MeterQuantity.POWER);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNoNumberIsLeftOut(float value) throws MeterFailure {
        threeFloats(13, value, 1f, 1f);
        threeFloats(25, 1f, 1f, 1f);
        server.holding(65, ModbusServer.words(3f));
        assertThat(read("siemens-pac3200", false, UNIT))
                .doesNotContainKey(MeterQuantity.CURRENT_L1)
                .hasSize(6);
    }

    /** The mark at 40000, the common model 1 with 66 registers, then that model. */
    private int sunSpec(int model, int length) {
        server.holding(40_000, 0x5375, 0x6e53, 1, 66);
        int header = 40_004 + 66;
        server.holding(header, model, length);
        server.holding(header + 2 + length, 0xFFFF, 0);
        return header;
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 204})
    void sunSpecModelsOfIntegersHaveScaleFactors(int model) throws MeterFailure {
        int header = sunSpec(model, 105);
        server.holding(header + 3, 123, 124, 65_411, 0xFFFF);
        server.holding(header + 18, 4567, 1000, 1500, 2067, 1);
        Map<MeterQuantity, BigDecimal> values = read("sunspec-" + model, false, UNIT);
        assertThat(values.get(MeterQuantity.CURRENT_L1)).isEqualByComparingTo("12.3");
        assertThat(values.get(MeterQuantity.CURRENT_L3)).isEqualByComparingTo("-12.5");
        assertThat(values.get(MeterQuantity.POWER)).isEqualByComparingTo("45670");
    }

    @ParameterizedTest
    @ValueSource(ints = {213, 214})
    void sunSpecModelsOfFloats(int model) throws MeterFailure {
        int header = sunSpec(model, 124);
        threeFloats(header + 4, 1.5f, 2.5f, 3.5f);
        server.holding(header + 28, ModbusServer.words(1725f));
        threeFloats(header + 30, 345f, 575f, 805f);
        Map<MeterQuantity, BigDecimal> values = read("sunspec-" + model, false, UNIT);
        assertThat(of(values, MeterQuantity.CURRENT_L3)).isEqualTo(3.5);
        assertThat(of(values, MeterQuantity.POWER_L2)).isEqualTo(575);
        assertThat(values).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202})
    void sunSpecModelsOfOneOrTwoPhasesGiveTheTotal(int model) throws MeterFailure {
        int header = sunSpec(model, 105);
        server.holding(header + 18, 4567, 0, 0, 0, 0);
        assertThat(read("sunspec-" + model, false, UNIT)).hasSize(1).containsKey(MeterQuantity.POWER);
    }

    @Test
    void aDeviceWithoutThatModelSaysWhichItHas() {
        sunSpec(103, 50);
        assertThatExceptionOfType(MeterFailure.class)
                .isThrownBy(() -> read("sunspec-203", false, UNIT))
                .withMessageContaining("no SunSpec model 203, only: 1 103");
    }

    @Test
    void aMapThatDoesNotFitIsAFailureInWords() {
        server.input(0, 1, 2, 3);
        assertThatExceptionOfType(MeterFailure.class)
                .isThrownBy(() -> read("eastron-sdm630", false, UNIT))
                .withMessageContaining("127.0.0.1:" + server.port() + " unit 7");
    }

    @Test
    void nobodyThereIsAFailureInWords() {
        server.close();
        assertThatExceptionOfType(MeterFailure.class)
                .isThrownBy(() -> read("eastron-sdm630", false, UNIT))
                .withMessageContaining("127.0.0.1:" + server.port());
    }

    static Iterable<String> maps() {
        return RegisterMaps.titles().keySet();
    }

    @ParameterizedTest
    @MethodSource("maps")
    void everyMapNamesItsMeterAndTheTotal(String name) {
        RegisterMap map = Objects.requireNonNull(RegisterMaps.of(name));
        assertThat(map.title()).hasSizeGreaterThan(10).isNotEqualTo(name);
        assertThat(map.entries()).containsKey(MeterQuantity.POWER);
    }
}
