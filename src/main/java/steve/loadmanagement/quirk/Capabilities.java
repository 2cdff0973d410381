/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.metering.SampleText;

/**
 * What a station says of itself in its configuration keys (OCPP 1.6, chapter 9), read as a person would: whatever the case of
 * a key, without blanks and quotes, and what is absurd is not said.
 *
 * @param takesAmperes null: it does not say
 * @param takesWatts null: it does not say
 * @param periods most periods of a profile
 * @param profiles most profiles installed
 * @param featureProfiles as it names them; some that obey do not list SmartCharging
 * @param phaseRotations by connector, such as RST
 * @param sampleSeconds between meter values; 0: none
 * @param measurands that it samples
 */
public record Capabilities(
        @Nullable Boolean takesAmperes,
        @Nullable Boolean takesWatts,
        @Nullable Integer maxStackLevel,
        @Nullable Integer periods,
        @Nullable Integer profiles,
        List<String> featureProfiles,
        Map<Integer, String> phaseRotations,
        @Nullable Integer sampleSeconds,
        List<String> measurands) {

    /** Of a station that was not asked. */
    public static final Capabilities UNKNOWN = of(Map.of());

    public static final String RATE_UNIT = "ChargingScheduleAllowedChargingRateUnit";
    public static final String STACK_LEVEL = "ChargeProfileMaxStackLevel";
    public static final String PERIODS = "ChargingScheduleMaxPeriods";
    public static final String PROFILES = "MaxChargingProfilesInstalled";
    public static final String FEATURES = "SupportedFeatureProfiles";
    public static final String PHASE_ROTATION = "ConnectorPhaseRotation";
    public static final String SAMPLE_INTERVAL = "MeterValueSampleInterval";
    public static final String MEASURANDS = "MeterValuesSampledData";

    private static final int ABSURD = 100_000;
    private static final int MOST_WORDS = 100;

    public Capabilities {
        featureProfiles = List.copyOf(featureProfiles);
        phaseRotations = Map.copyOf(phaseRotations);
        measurands = List.copyOf(measurands);
    }

    /** From the keys and values as it sent them. */
    public static Capabilities of(Map<String, String> configuration) {
        Map<String, String> keys = new HashMap<>();
        configuration.forEach((key, value) -> keys.put(SampleText.bare(key).toLowerCase(Locale.ROOT), value));
        List<String> units = words(keys, RATE_UNIT);
        return new Capabilities(
                units.isEmpty() ? null : (Boolean) (isIn(units, "c") || isIn(units, "a")),
                units.isEmpty() ? null : (Boolean) (isIn(units, "p") || isIn(units, "w")),
                number(keys, STACK_LEVEL),
                number(keys, PERIODS),
                number(keys, PROFILES),
                words(keys, FEATURES),
                rotations(words(keys, PHASE_ROTATION)),
                number(keys, SAMPLE_INTERVAL),
                words(keys, MEASURANDS));
    }

    private static boolean isIn(List<String> units, String letter) {
        return units.stream().anyMatch(unit -> unit.toLowerCase(Locale.ROOT).startsWith(letter));
    }

    private static List<String> words(Map<String, String> keys, String key) {
        String value = keys.getOrDefault(key.toLowerCase(Locale.ROOT), "");
        return Arrays.stream(value.split("[,;|]", MOST_WORDS))
                .map(SampleText::bare)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable Integer number(Map<String, String> keys, String key) {
        String value = SampleText.bare(keys.getOrDefault(key.toLowerCase(Locale.ROOT), ""));
        if (!value.matches("\\d{1,6}(\\.0*)?")) {
            return null;
        }
        int number = Integer.parseInt(value.split("\\.", 2)[0]);
        return number < ABSURD ? (Integer) number : null;
    }

    /** {@code 0.RST,1.TRS}; without a connector it is that of the first. Unknown is not said. */
    private static Map<Integer, String> rotations(List<String> words) {
        Map<Integer, String> rotations = new TreeMap<>();
        for (String word : words) {
            String upper = word.toUpperCase(Locale.ROOT);
            String rotation = upper.substring(upper.lastIndexOf('.') + 1).strip();
            String connector = upper.contains(".")
                    ? upper.substring(0, upper.lastIndexOf('.')).strip()
                    : "1";
            if (rotation.matches("RST|RTS|SRT|STR|TRS|TSR") && connector.matches("\\d{1,3}")) {
                rotations.put(Integer.valueOf(connector), rotation);
            }
        }
        return rotations;
    }
}
