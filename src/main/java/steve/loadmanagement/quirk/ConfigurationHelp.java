/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a station's configuration should be so that load management sees what flows. Proposals; a person sets them. */
public final class ConfigurationHelp {

    private static final int USUAL_SAMPLE_SECONDS = 30;
    private static final int LONGEST_SAMPLE_SECONDS = 60;
    private static final List<String> NEEDED =
            List.of("Current.Import", "Power.Active.Import", "Energy.Active.Import.Register", "Voltage");

    private ConfigurationHelp() {}

    /**
     * A key that should be set.
     *
     * @param before as it is; null: the station does not say
     */
    public record Proposal(String key, @Nullable String before, String after, String why) {}

    /**
     * Everything that should be otherwise.
     *
     * @param leastSampleSeconds that the station takes; null: nobody knows
     * @param rotations how its connectors are wired, such as RST; those that are not known are left out
     */
    public static List<Proposal> proposals(
            Capabilities capabilities, @Nullable Integer leastSampleSeconds, Map<Integer, String> rotations) {
        List<Proposal> proposals = new ArrayList<>();
        sampleInterval(capabilities, leastSampleSeconds, proposals);
        measurands(capabilities, proposals);
        rotations(capabilities, rotations, proposals);
        return List.copyOf(proposals);
    }

    private static void sampleInterval(
            Capabilities capabilities, @Nullable Integer leastSeconds, List<Proposal> proposals) {
        Integer now = capabilities.sampleSeconds();
        if (now == null || now == 0 || now > LONGEST_SAMPLE_SECONDS) {
            int seconds = leastSeconds == null ? USUAL_SAMPLE_SECONDS : Math.max(leastSeconds, USUAL_SAMPLE_SECONDS);
            proposals.add(new Proposal(
                    Capabilities.SAMPLE_INTERVAL,
                    now == null ? null : now.toString(),
                    Integer.toString(seconds),
                    "a reading that is older than some minutes is no reading"));
        }
    }

    private static void measurands(Capabilities capabilities, List<Proposal> proposals) {
        List<String> now = capabilities.measurands();
        List<String> all = new ArrayList<>(now);
        NEEDED.stream()
                .filter(name -> all.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(all::add);
        if (all.size() > now.size()) {
            proposals.add(new Proposal(
                    Capabilities.MEASURANDS,
                    now.isEmpty() ? null : String.join(",", now),
                    String.join(",", all),
                    "only a measured current proves that a station follows"));
        }
    }

    private static void rotations(Capabilities capabilities, Map<Integer, String> rotations, List<Proposal> proposals) {
        Map<Integer, String> wanted = new TreeMap<>(capabilities.phaseRotations());
        wanted.putAll(rotations);
        if (!wanted.equals(new TreeMap<>(capabilities.phaseRotations()))) {
            proposals.add(
                    new Proposal(
                            Capabilities.PHASE_ROTATION,
                            words(capabilities.phaseRotations()),
                            String.valueOf(words(wanted)),
                            "as its EVSEs are wired; if the station then names the grid's phases itself, set their wiring to L1L2L3"));
        }
    }

    private static @Nullable String words(Map<Integer, String> rotations) {
        return rotations.isEmpty()
                ? null
                : new TreeMap<>(rotations)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "." + entry.getValue())
                                .collect(Collectors.joining(","));
    }
}
