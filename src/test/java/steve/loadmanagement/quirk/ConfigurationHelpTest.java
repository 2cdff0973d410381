/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.quirk.ConfigurationHelp.Proposal;

/** What a station's configuration should be. */
class ConfigurationHelpTest {

    private static List<String> proposals(Map<String, String> keys, int leastSeconds, Map<Integer, String> rotations) {
        return ConfigurationHelp.proposals(Capabilities.of(keys), leastSeconds, rotations).stream()
                .map(ConfigurationHelpTest::words)
                .toList();
    }

    private static String words(Proposal proposal) {
        return proposal.key() + ": " + proposal.before() + " -> " + proposal.after();
    }

    @Test
    void aStationThatSamplesEnoughIsLeftAlone() {
        assertThat(proposals(
                        Map.of(
                                "MeterValueSampleInterval", "30",
                                "MeterValuesSampledData",
                                        "Voltage,Current.Import,Power.Active.Import,Energy.Active.Import.Register"),
                        1,
                        Map.of()))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsAddedToWhatIsThere() {
        assertThat(proposals(
                        Map.of(
                                "MeterValueSampleInterval",
                                "900",
                                "MeterValuesSampledData",
                                "Energy.Active.Import.Register"),
                        1,
                        Map.of()))
                .containsExactly(
                        "MeterValueSampleInterval: 900 -> 30",
                        "MeterValuesSampledData: Energy.Active.Import.Register -> "
                                + "Energy.Active.Import.Register,Current.Import,Power.Active.Import,Voltage");
    }

    @Test
    void noIntervalIsProposedThatTheStationRefuses() {
        assertThat(proposals(Map.of(), 60, Map.of())).contains("MeterValueSampleInterval: null -> 60");
    }

    @Test
    void theRotationIsProposedAsWired() {
        assertThat(proposals(Map.of("ConnectorPhaseRotation", "0.RST,1.Unknown"), 1, Map.of(1, "STR")))
                .contains("ConnectorPhaseRotation: 0.RST -> 0.RST,1.STR");
    }
}
