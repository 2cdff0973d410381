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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ValuePath;

/** Numbers in texts, as common devices publish them. */
class TextValuesTest {

    private static Map<MeterQuantity, ValuePath> power(String pointer, String factor) {
        return Map.of(MeterQuantity.POWER, new ValuePath("", pointer, new BigDecimal(factor)));
    }

    private static BigDecimal read(String text, String pointer, String factor) throws MeterFailure {
        return TextValues.of(text, power(pointer, factor)).getOrDefault(MeterQuantity.POWER, BigDecimal.ZERO);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // Tasmota, tele/.../SENSOR
                "{\"Time\":\"2026-11-23T08:00:00\",\"ENERGY\":{\"Power\":[100,200,300],\"Current\":[0.5,1.0,1.5]}} | /ENERGY/Power/1 | 1 | 200",
                "{\"Time\":\"2026-11-23T08:00:00\",\"SML\":{\"Power_curr\":-1234.5}} | /SML/Power_curr | 1 | -1234.5",
                // Shelly Pro 3EM, .../status/em:0
                "{\"id\":0,\"a_current\":4.03,\"a_act_power\":951.2,\"total_act_power\":2484.78} | /total_act_power | 1 | 2484.78",
                // Shelly 3EM, shellies/.../emeter/0/power, and evcc/site/grid/power: bare numbers
                "951.21 | ~~ | 1 | 951.21",
                " -3250 | ~~ | 1 | -3250",
                // kW, and a number as text
                "{\"grid\":\"4.5\"} | /grid | 1000 | 4500"
            })
    void findsTheNumber(String text, String pointer, String factor, BigDecimal number) throws MeterFailure {
        assertThat(read(text, pointer, factor)).isEqualByComparingTo(number);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "NaN | ~~ | no number",
                "Infinity | ~~ | no number",
                "unavailable | ~~ | no number",
                "{\"a\":null} | /a | no number at /a but nothing",
                "{\"a\":{\"b\":1}} | /a | no number at /a",
                "{\"a\":1} | /b | no number at /b but nothing",
                "{\"a\": | /a | is no JSON",
                "{\"a\":1} | a | no JSON pointer",
                "1E999999999 | ~~ | no number",
                "111111111111111111111111111111111111111111 | ~~ | no number"
            })
    void whatIsNoNumberSaysSo(String text, String pointer, String words) {
        assertThatExceptionOfType(MeterFailure.class)
                .isThrownBy(() -> read(text, pointer, "1"))
                .withMessageContaining(words);
    }

    @Test
    void aHugeTextIsRefusedUnread() {
        assertThatExceptionOfType(MeterFailure.class)
                .isThrownBy(() -> read("1".repeat(TextValues.LONGEST + 1), "", "1"))
                .withMessageContaining("at most");
    }

    @Test
    void topicsAreTogetherOnceAllAreThereAndNoneIsOld() throws MeterFailure {
        TopicValues values = new TopicValues(
                Map.of(
                        MeterQuantity.POWER_L1, new ValuePath("l1", "", BigDecimal.ONE),
                        MeterQuantity.POWER_L2, new ValuePath("l2", "", BigDecimal.ONE)),
                Duration.ofSeconds(10));
        assertThat(values.topics()).containsExactly("l1", "l2");
        assertThat(values.after("l1", "100", Instant.ofEpochSecond(0))).isNull();
        assertThat(values.after("l2", "200", Instant.ofEpochSecond(1)))
                .isEqualTo(Map.of(
                        MeterQuantity.POWER_L1, new BigDecimal(100), MeterQuantity.POWER_L2, new BigDecimal(200)));
        assertThat(values.after("l2", "300", Instant.ofEpochSecond(11))).isNull();
    }
}
